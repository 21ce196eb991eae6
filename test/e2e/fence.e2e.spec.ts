import { Subject } from 'rxjs';
import { DataSource } from 'typeorm';
import { bookmarks, BookmarkMoved } from '../../projections/kit/bookmarks.js';
import { defineProjection } from '../../projections/kit/define-projection.js';
import { runProjection, type Progress } from '../../projections/kit/runner.js';
import { createTables } from '../../projections/kit/tables.js';
import { versionedTable } from '../../projections/kit/versioned-table.js';
import { PostgresEventStore } from '../../src/event-store/postgres/postgres.event-store.js';
import { many } from '../contract/event-store.support.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';

const EVENTS = 40;

type Counted = { count: number };
/** Every event moves the one row, so that an event taken twice can be seen in it. */
const counted = defineProjection<Counted>({
  name: 'counted',
  answers: 'How many events are there?',
  table: versionedTable<Counted>('counted', 1, { count: { type: 'int' } }),
  whens: [],
  each: { key: () => 'all', change: (row) => ({ count: (row?.count ?? 0) + 1 }) },
});

/** What stands between two runners when the lock does not: as if both connections that held it had been lost. */
describe('two runners of one projection without its lock', () => {
  let database: FreshDatabase;
  let store: PostgresEventStore;
  let db: DataSource;

  beforeAll(async () => {
    database = await freshDatabase();
    store = await PostgresEventStore.open(database.url);
    const entities = [counted.table.entity];
    db = await new DataSource({ type: 'postgres', url: database.url, entities }).initialize();
    await createTables(db, [counted]);
  });
  afterAll(async () => {
    await db.destroy();
    await store.close();
    await database.drop();
  });

  it('take each event once: whoever finds the bookmark moved writes nothing', async () => {
    const stopping = new AbortController();
    let moved = 0;
    const progress = new Subject<Progress>();
    const run = async () => {
      while (!stopping.signal.aborted)
        try {
          await runProjection(counted, { store, db, progress }, stopping.signal);
        } catch (error) {
          if (!(error instanceof BookmarkMoved)) throw error;
          moved += 1;
        }
    };
    const done = new Promise<void>((resolve) =>
      progress.subscribe(({ position }) => {
        if (position >= BigInt(EVENTS)) resolve();
      }),
    );
    const runners = [run(), run()];
    for (const event of many(EVENTS)) await store.append('counted', [event], 'any');
    await done;
    stopping.abort();
    await Promise.all(runners);
    expect(moved).toBeGreaterThan(0);
    expect(await bookmarks.all(db, [counted])).toMatchObject([{ position: BigInt(EVENTS), failure: null }]);
    const versions = await db.query('select count, "knownFrom"::int from read.counted_v1 order by "knownFrom"');
    expect(versions).toEqual(Array.from({ length: EVENTS }, (_, i) => ({ count: i + 1, knownFrom: i + 1 })));
  });
});
