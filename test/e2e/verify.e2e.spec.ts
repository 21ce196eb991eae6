import { jest } from '@jest/globals';
import { EventStore, type StoredEvent } from '../../src/event-store/event-store.port.js';
import { collect } from '../contract/event-store.support.js';
import { startBeside, type DaybookBeside } from '../support/beside.js';
import { damage, type DamagedLog, type Undo } from '../support/damaged-log.js';
import { startProgram } from '../support/daybook-process.js';

jest.setTimeout(90_000);

describe('npm run verify', () => {
  let daybook: DaybookBeside;
  let client: DaybookBeside['client'];

  beforeAll(async () => {
    daybook = await startBeside();
    ({ client } = daybook);
  });
  afterAll(() => daybook.stop());

  const verify = async () => {
    const program = startProgram('projections/verify.ts', [], daybook.place.env);
    const { code } = await program.ended;
    return { code, said: program.output() };
  };
  const whole = () => collect(daybook.app.get(EventStore).readAll(0n));

  it('finds nothing in a log and tables that nobody touched, and leaves nothing behind', async () => {
    const { code, said } = await verify();
    expect(said).toMatch(/^the log: [\d,]+ events read, the last at \d+$/m);
    expect(said).toMatch(/^audit-trail: [\d,]+ versions of rows compared up to event \d+, all the same$/m);
    expect(said).toMatch(/^Nothing was found\.$/m);
    expect(said).not.toContain('jumped back');
    expect(code).toBe(0);
    const { rows } = await client.query(
      `select 1 from pg_tables where schemaname = 'read_verify' and tablename <> 'bookmarks'`,
    );
    expect(rows).toEqual([]);
  });

  it('names a row of a read model that was changed', async () => {
    await client.query(
      `update read.subjects_v1 set title = title || '!' where "rowKey" = (select min("rowKey") from read.subjects_v1)`,
    );
    const { code, said } = await verify();
    await client.query(`update read.subjects_v1 set title = rtrim(title, '!')`);
    expect(said).toMatch(/^FOUND subjects: 1 version of a row differs[^]*title is ".*!", and by the log ".*"/m);
    expect(code).toBe(1);
  });

  it.each<[what: string, damaged: (log: DamagedLog, events: readonly StoredEvent[]) => Promise<Undo>, found: RegExp]>([
    [
      'an event whose data was changed',
      (log, [first]) => log.rewrite(first!, { data: { ...first!.data, council: 'Elsewhere' } }),
      /^FOUND council: 1 version of a row differs[^]*name is "London Borough of Barnet", and by the log "Elsewhere"/m,
    ],
    [
      'an event that can no longer be read',
      (log, [first]) => log.rewrite(first!, { data: { ...first!.data, mode: 1 } }),
      /^FOUND the log: DaybookOpened at event \d+ cannot be read: /m,
    ],
    [
      'an event that was taken out',
      (log, [, second]) => log.takeOut(second!),
      /^FOUND audit-trail: 1 version of a row differs[^]*stands in the live table and does not follow from the log/m,
    ],
    [
      'a log that ends before what was read from it',
      (log, events) => log.takeOut(events.at(-1)!),
      /^FOUND audit-trail: it has come to event \d+, and the log ends at event \d+$/m,
    ],
  ])('names %s', async (_what, damaged, found) => {
    const before = await whole();
    const undo = await damaged(damage(daybook.place), before);
    const { code, said } = await verify();
    await undo();
    expect(await whole()).toEqual(before);
    expect(said).toMatch(found);
    expect(code).toBe(1);
  });

  it('says what to do when there is no database to look at', async () => {
    const program = startProgram('projections/verify.ts', [], { DATABASE_URL: 'postgres://127.0.0.1:1/none' });
    expect(await program.ended).toMatchObject({ code: 1 });
    expect(program.output()).toMatch(/Not everything was verified\. \S/);
  });
});
