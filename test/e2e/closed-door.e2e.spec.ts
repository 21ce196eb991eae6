import { jest } from '@jest/globals';
import pg from 'pg';
import { PostgresEventStore } from '../../src/event-store/postgres/postgres.event-store.js';
import { VERSION } from '../../src/event-store/postgres/schema.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';
import { startProgram } from '../support/daybook-process.js';

jest.setTimeout(90_000);

const APP = ['src/main.ts', 'Daybook did not start.'] as const;
const WORKER = ['projections/main.ts', 'The projections did not start.'] as const;
const VERIFY = ['projections/verify.ts', 'Not everything was verified.'] as const;
const REBUILD = ['projections/rebuild.ts', 'Nothing was rebuilt.'] as const;
type Programs = readonly (readonly [file: string, begins: string])[];

/** Exactly the last words of a program that cannot work: one sentence, exit code 1, and no stack. */
describe('a database that lets nobody work', () => {
  let database: FreshDatabase;

  beforeEach(async () => {
    database = await freshDatabase();
  });
  afterEach(() => database.drop());

  const changed = (change: Partial<URL>) => Object.assign(new URL(database.url), change).href;
  const asOwner = async (statement: string) => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  const all = async (programs: Programs, url: string, says: string) => {
    for (const [file, begins] of programs) {
      const program = startProgram(file, [], { DATABASE_URL: url, PORT: '0' });
      expect([await program.ended, program.output()]).toEqual([{ code: 1, signal: null }, `${begins} ${says}\n`]);
    }
  };

  it('because nobody answers', () =>
    all(
      [APP, WORKER, VERIFY, REBUILD],
      changed({ port: '1' }),
      `No PostgreSQL answers at ${new URL(database.url).hostname}:1. Start it, or correct DATABASE_URL.`,
    ));

  it('because the password is wrong', () =>
    all([APP], changed({ password: 'wrong' }), 'PostgreSQL refused the user or the password. Correct DATABASE_URL.'));

  it('because it is read-only', async () => {
    await (await PostgresEventStore.open(database.url)).close();
    const name = new URL(database.url).pathname.slice(1);
    await asOwner(`alter database ${name} set default_transaction_read_only = on`);
    await all(
      [APP, VERIFY],
      database.url,
      'The database is read-only, so nothing can be recorded. Set DATABASE_URL to the primary server, or make the database writable.',
    );
  });

  it('because a newer Daybook wrote it', async () => {
    await (await PostgresEventStore.open(database.url)).close();
    await asOwner(`comment on schema log is '99'`);
    await all(
      [APP],
      database.url,
      `The log in this database has version 99; this Daybook knows version ${VERSION}. Start the Daybook that wrote it, or set DATABASE_URL to another database.`,
    );
  });
});
