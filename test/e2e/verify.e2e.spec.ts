import { jest } from '@jest/globals';
import pg from 'pg';
import { Projections } from '../../projections/kit/projections.service.js';
import { EventStore } from '../../src/event-store/event-store.port.js';
import { startDemo, type Daybook } from '../support/app.js';
import { startProgram } from '../support/daybook-process.js';

jest.setTimeout(90_000);

describe('npm run verify', () => {
  let daybook: Daybook;
  let client: pg.Client;

  beforeAll(async () => {
    daybook = await startDemo();
    client = new pg.Client({ connectionString: daybook.databaseUrl });
    await client.connect();
    await daybook.app.get(Projections).waitFor(await daybook.app.get(EventStore).head());
  });
  afterAll(async () => {
    await client.end();
    await daybook.stop();
  });

  const verify = async () => {
    const program = startProgram('projections/verify.ts', [], { DATABASE_URL: daybook.databaseUrl });
    const { code } = await program.ended;
    return { code, said: program.output() };
  };
  /** The superuser's way around the log's own guards. */
  const unguarded = async (statement: string) => {
    await client.query(`set session_replication_role = replica`);
    await client.query(statement);
    await client.query(`set session_replication_role = origin`);
  };

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

  it.each<[what: string, statement: string, undo: string, ...found: RegExp[]]>([
    [
      'a row of a read model that was changed',
      `update read.subjects_v1 set title = title || '!' where "rowKey" = (select min("rowKey") from read.subjects_v1)`,
      `update read.subjects_v1 set title = rtrim(title, '!')`,
      /^FOUND subjects: 1 version of a row differs[^]*title is ".*!", and by the log ".*"/m,
    ],
    [
      'an event whose data was changed',
      `update log.events set data = json_build_object('mode', data->>'mode', 'council', 'Elsewhere') where position = 1`,
      `update log.events set data = json_build_object('mode', data->>'mode', 'council', 'London Borough of Barnet') where position = 1`,
      /^FOUND council: 1 version of a row differs[^]*name is "London Borough of Barnet", and by the log "Elsewhere"/m,
    ],
    [
      'an event that can no longer be read',
      `update log.events set data = json_build_object('mode', 1, 'council', data->>'council') where position = 1`,
      `update log.events set data = json_build_object('mode', 'demo', 'council', data->>'council') where position = 1`,
      /^FOUND the log: DaybookOpened at event 1 cannot be read: /m,
    ],
    [
      'an event that was taken out',
      `create table taken as select * from log.events where position = 2; delete from log.events where position = 2`,
      `insert into log.events select * from taken; drop table taken`,
      /^FOUND audit-trail: 1 version of a row differs[^]*stands in the live table and does not follow from the log/m,
      /^FOUND the log: event 2 is missing$/m,
    ],
    [
      'a stream that was taken out whole, and its rows from the audit trail',
      `create table taken as select * from log.events where stream = (select min(stream) from log.events where type = 'ActionRaised');
       create table trailed as select * from read.audit_trail_v1 where "knownFrom" in (select position from taken);
       delete from log.events where stream in (select stream from taken);
       delete from read.audit_trail_v1 where "knownFrom" in (select position from taken)`,
      `insert into log.events select * from taken; insert into read.audit_trail_v1 select * from trailed; drop table taken, trailed`,
      /^FOUND the log: events? \d+.* missing$/m,
    ],
    [
      'an event of a newer version, at a revision that is not its own',
      `update log.events set revision = 1000, metadata = jsonb_set(metadata::jsonb, '{schemaVersion}', '99') where position = 1`,
      `update log.events set revision = 0, metadata = jsonb_set(metadata::jsonb, '{schemaVersion}', '1') where position = 1`,
      /^FOUND the log: event 1 is revision 1000 of daybook, where 0 was expected$/m,
      /^FOUND the log: DaybookOpened at event 1 cannot be read: DaybookOpened was stored at version 99/m,
      /^FOUND council: it cannot be rebuilt\. DaybookOpened at position 1: /m,
    ],
    [
      'a log that ends before what was read from it',
      `create table taken as select * from log.events order by position desc limit 1;
       delete from log.events where position = (select position from taken)`,
      `insert into log.events select * from taken; drop table taken`,
      /^FOUND audit-trail: it has come to event \d+, and the log ends at event \d+$/m,
    ],
  ])('names %s', async (_what, statement, undo, ...found) => {
    await unguarded(statement);
    const { code, said } = await verify();
    await unguarded(undo);
    for (const sentence of found) expect(said).toMatch(sentence);
    expect(code).toBe(1);
  });

  it('says what to do when there is no database to look at', async () => {
    const program = startProgram('projections/verify.ts', [], { DATABASE_URL: 'postgres://127.0.0.1:1/none' });
    expect(await program.ended).toMatchObject({ code: 1 });
    expect(program.output()).toMatch(/Not everything was verified\. \S/);
  });
});
