import { jest } from '@jest/globals';
import { auditTrailTable } from '../../projections/audit-trail/row.js';
import { startBeside, type DaybookBeside } from '../support/beside.js';
import { startProgram } from '../support/daybook-process.js';

const TRAIL = auditTrailTable.tableName;

jest.setTimeout(90_000);

/** What only a log without gaps can tell, and damage that only a table can take. */
describe('npm run verify, of a log in PostgreSQL', () => {
  let daybook: DaybookBeside;
  let client: DaybookBeside['client'];

  beforeAll(async () => {
    daybook = await startBeside();
    ({ client } = daybook);
  });
  afterAll(() => daybook.stop());

  /** The superuser's way around the log's own guards. */
  const unguarded = async (statement: string) => {
    await client.query(`set session_replication_role = replica`);
    await client.query(statement);
    await client.query(`set session_replication_role = origin`);
  };

  it.each<[what: string, statement: string, undo: string, ...found: RegExp[]]>([
    [
      'an event that was taken out',
      `create table taken as select * from log.events where position = 2; delete from log.events where position = 2`,
      `insert into log.events select * from taken; drop table taken`,
      /^FOUND the log: event 2 is missing$/m,
    ],
    [
      'a stream that was taken out whole, and its rows from the audit trail',
      `create table taken as select * from log.events where stream = (select min(stream) from log.events where type = 'ActionRaised');
       create table trailed as select * from read.${TRAIL} where "knownFrom" in (select position from taken);
       delete from log.events where stream in (select stream from taken);
       delete from read.${TRAIL} where "knownFrom" in (select position from taken)`,
      `insert into log.events select * from taken; insert into read.${TRAIL} select * from trailed; drop table taken, trailed`,
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
  ])('names %s', async (_what, statement, undo, ...found) => {
    await unguarded(statement);
    const program = startProgram('projections/verify.ts', [], daybook.place.env);
    const { code } = await program.ended;
    await unguarded(undo);
    for (const sentence of found) expect(program.output()).toMatch(sentence);
    expect(code).toBe(1);
  });
});
