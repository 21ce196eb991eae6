import { actionBoardTable } from '../../projections/action-board/row.js';
import { Readable } from 'node:stream';
import { DataSource } from 'typeorm';
import type { Beside, Built } from '../../projections/kit/beside/build.js';
import { compareTables } from '../../projections/kit/beside/compare.js';
import { rebuild, type Outcome } from '../../projections/kit/beside/rebuild.js';
import { bookmarks, bookmarksIn } from '../../projections/kit/bookmarks.js';
import { foldInto } from '../../projections/kit/fold-into.js';
import { auditTrailTable } from '../../projections/audit-trail/row.js';
import { Projections } from '../../projections/kit/projections.service.js';
import { actionBoard } from '../../projections/action-board/index.js';
import { auditTrail } from '../../projections/audit-trail/index.js';
import { projections } from '../../projections/projections.js';
import { EventStore } from '../../src/event-store/event-store.port.js';
import { collect } from '../contract/event-store.support.js';
import { startDemo, type Daybook } from '../support/app.js';

const TRAIL = auditTrailTable.tableName;

const SCHEMA = 'read_beside';

const TABLE = actionBoardTable.tableName;

describe('rebuilding from the log', () => {
  let daybook: Daybook;
  let on: Beside;
  let actionId: string;

  beforeAll(async () => {
    daybook = await startDemo();
    on = { db: daybook.app.get(DataSource), store: daybook.app.get(EventStore), schema: SCHEMA };
    await daybook.app.get(Projections).waitFor(await on.store.head());
    const { body } = await daybook.as('lead').get('/api/actions').expect(200);
    actionId = body[0].actionId;
  });
  afterAll(() => daybook.stop());

  const rowsOf = (table: string): Promise<unknown[]> =>
    on.db.query(`select * from read.${table} order by "rowKey", "knownFrom"`);
  const note = (text: string) =>
    daybook.as('lead').post(`/api/actions/${actionId}/notes`, { note: text, asAt: '2018-01-16' }).expect(200);
  const lastNote = () =>
    daybook
      .as('lead')
      .get(`/api/actions/${actionId}`)
      .expect(200)
      .then(({ body }) => body.lastNote);
  const build = (
    projection: (typeof projections)[number],
    options: { accept?: boolean; signal?: AbortSignal; moved?: (built: Built) => void } = {},
  ): Promise<Outcome> =>
    rebuild(projection, on, {
      accept: options.accept ?? false,
      signal: options.signal ?? new AbortController().signal,
      moved: options.moved ?? (() => undefined),
    });

  it.each(projections.map((projection) => [projection.name, projection] as const))(
    'gives exactly the rows and indexes that running live gave: %s',
    async (_name, projection) => {
      const { tableName } = projection.table;
      const indexes = () =>
        on.db.query(`select indexdef from pg_indexes where schemaname = 'read' and tablename = $1 order by 1`, [
          tableName,
        ]);
      const [live, kept] = [await rowsOf(tableName), await indexes()];
      expect(live.length).toBeGreaterThan(0);
      expect(await build(projection)).toMatchObject({
        is: 'switched',
        position: await on.store.head(),
        comparison: { compared: live.length, different: 0 },
      });
      expect(await rowsOf(tableName)).toEqual(live);
      expect(await indexes()).toEqual(kept);
    },
  );

  it('is followed by the runner at once, from the table that took over', async () => {
    await note('Before the switch');
    await build(actionBoard);
    await note('After the switch');
    expect(await lastNote()).toBe('After the switch');
    const [{ generation }] = await on.db.query(
      `select generation from read.bookmarks where projection = 'action-board'`,
    );
    expect(generation).toBeGreaterThan(0);
  });

  it('loses and doubles nothing while people go on writing', async () => {
    let going = true;
    const writing = (async () => {
      let written = 0;
      for (; going; written += 1) await note(`Meanwhile ${written}`);
      return written;
    })();
    for (let round = 0; round < 3; round += 1) {
      expect(await build(actionBoard)).toMatchObject({ is: 'switched', comparison: { different: 0 } });
      expect(await build(auditTrail)).toMatchObject({ is: 'switched', comparison: { different: 0 } });
    }
    going = false;
    const written = await writing;
    expect(written).toBeGreaterThan(0);
    expect(await lastNote()).toBe(`Meanwhile ${written - 1}`);
    const [{ notes }] = await on.db.query(
      `select count(*)::int as notes from read.${TRAIL} where words like '%Meanwhile%'`,
    );
    expect(notes).toBe(written);
    expect(await build(actionBoard)).toMatchObject({ is: 'switched', comparison: { different: 0 } });
  });

  it('can be interrupted, and goes on from where it was', async () => {
    const stop = new AbortController();
    // The first thing that is said: nothing has been folded yet.
    const interrupted = await build(auditTrail, { signal: stop.signal, moved: () => stop.abort() });
    expect(interrupted).toEqual({ is: 'interrupted', position: 0n });
    const { events: whole } = await on.store.countAfter(0n, Infinity);
    const half = await collect(on.store.readAll(0n, { limit: Math.floor(whole / 2) }));
    const place = await bookmarksIn(SCHEMA).open(on.db, auditTrail, 0n);
    await foldInto({ ...on, projection: auditTrail }, place, Readable.from(half), () => undefined);

    const said: Built[] = [];
    expect(await build(auditTrail, { moved: (built) => said.push(built) })).toMatchObject({ is: 'switched' });
    expect(said[0]!.position).toBe(half.at(-1)!.position);
    expect(said.reduce((sum, { events }) => sum + events, 0)).toBe(whole - half.length);
  });

  describe('where the live table says something else than the log', () => {
    const tamper = () => on.db.query(`update read.${TABLE} set rating = 'blue' where "rowKey" = $1`, [actionId]);

    it('leaves it as it is and names the rows', async () => {
      await tamper();
      const outcome = await build(actionBoard);
      if (outcome.is !== 'different') throw new Error(outcome.is);
      expect(outcome.comparison.first[0]).toMatchObject({ key: actionId });
      expect(outcome.comparison.first[0]!.says).toMatch(
        /^rating is "blue", and by the log (null|"(red|amber|green)")$/,
      );
      const board = await on.db.query(`select distinct rating from read.${TABLE} where "rowKey" = $1`, [actionId]);
      expect(board).toEqual([{ rating: 'blue' }]);
    });

    it('switches when that is accepted', async () => {
      expect(await build(actionBoard, { accept: true })).toMatchObject({ is: 'switched' });
      const [{ blue }] = await on.db.query(
        `select count(*)::int as blue from read.${TABLE} where "rowKey" = $1 and rating = 'blue'`,
        [actionId],
      );
      expect(blue).toBe(0);
    });

    it.each([
      [
        'missing',
        `delete from read.subjects_v1 where "rowKey" = (select min("rowKey") from read.subjects_v1)`,
        'follows from the log and is missing',
      ],
      [
        'nobody recorded',
        `insert into read.subjects_v1 values ('x', 1, null, 'action', 'x', 'Made up', '[]')`,
        'stands in the live table and does not follow from the log',
      ],
    ])('finds a row that is %s', async (_what, statement, says) => {
      const subjects = projections.find(({ name }) => name === 'subjects')!;
      await on.db.query(statement);
      const outcome = await build(subjects);
      if (outcome.is !== 'different') throw new Error(outcome.is);
      expect(outcome.comparison.different).toBe(1);
      expect(outcome.comparison.first[0]!.says).toBe(says);
      await build(subjects, { accept: true });
    });

    it('compares as both were known: what came later is no difference', async () => {
      await note('A later one');
      const at = (await bookmarks.at(on.db, actionBoard)) - 1n;
      await on.db.query(`create schema if not exists earlier; drop table if exists earlier.${TABLE};
        create table earlier.${TABLE} as select * from read.${TABLE} where "knownFrom" <= ${at};
        update earlier.${TABLE} set "knownTo" = null where "knownTo" > ${at}`);
      expect(await compareTables(on.db, actionBoard, 'earlier', at)).toMatchObject({ different: 0 });
      expect(await compareTables(on.db, actionBoard, 'earlier', at + 1n)).toMatchObject({ different: 2 });
    });
  });
});
