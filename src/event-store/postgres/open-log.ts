import { Client, Pool } from 'pg';
import { LogUnavailable } from '../log-unavailable.js';
import { inWords } from './failures.js';
import { ROLE, SCHEMA, VERSION } from './schema.js';

const CONNECTIONS = 8;

/**
 * Makes the log where there is none, and opens connections that may read and append and nothing else.
 * @throws LogUnavailable with a sentence for the person at the terminal.
 */
export const openLog = async (connectionString: string): Promise<Pool> => {
  const client = new Client({ connectionString });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await makeLog(client);
    const acting = await client.query(`set role ${ROLE}`).then(
      () => ({ options: `-c role=${ROLE}` }),
      () => ({}),
    );
    const pool = new Pool({ connectionString, max: CONNECTIONS, ...acting });
    // An idle connection that is cut (a restart of the database) is replaced at the next query.
    pool.on('error', () => undefined);
    return pool;
  } catch (error) {
    throw inWords(error, connectionString);
  } finally {
    await client.end().catch(() => undefined);
  }
};

const makeLog = async (client: Client): Promise<void> => {
  await client.query('begin');
  // Two processes that start at once: the second finds what the first has made.
  await client.query(`select pg_advisory_xact_lock(hashtext('daybook.log.create'))`);
  const { rows } = await client.query<{ version: string | null }>(
    `select obj_description(oid, 'pg_namespace') as version from pg_namespace where nspname = 'log'`,
  );
  const version = rows[0]?.version;
  if (rows.length === 0) await client.query(SCHEMA);
  else if (Number(version) !== VERSION)
    throw new LogUnavailable(
      `The log in this database has version ${version ?? 'unknown'}; this Daybook knows version ${VERSION}. Start the Daybook that wrote it, or set DATABASE_URL to another database.`,
    );
  await client.query('commit');
};
