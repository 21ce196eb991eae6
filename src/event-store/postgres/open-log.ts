import { Client, Pool } from 'pg';
import { LogUnavailable } from '../log-unavailable.js';
import { inWords } from './failures.js';
import { ROLE, SCHEMA, UPGRADES, VERSION } from './schema.js';

const CONNECTIONS = 8;
const ELSEWHERE = 'eventstoredb';

/** What the comment on the schema says: a version of our own log, or who else keeps it; undefined without a schema. */
type Keeper = string | null | undefined;

/**
 * Makes the log where there is none, and opens connections that may read and append and nothing else.
 * @throws LogUnavailable with a sentence for the person at the terminal.
 */
export const openLog = (connectionString: string): Promise<Pool> =>
  connected(connectionString, async (client) => {
    await onlyOnce(client, makeLog);
    const acting = await client.query(`set role ${ROLE}`).then(
      () => ({ options: `-c role=${ROLE}` }),
      () => ({}),
    );
    const pool = new Pool({ connectionString, max: CONNECTIONS, ...acting });
    // An idle connection that is cut (a restart of the database) is replaced at the next query.
    pool.on('error', () => undefined);
    return pool;
  });

/**
 * Marks a database that keeps read models of a log in EventStoreDB, so that nobody starts a second log in it.
 * @throws LogUnavailable when it has a log of its own.
 */
export const leaveLogToEventStoreDb = (connectionString: string): Promise<void> =>
  connected(connectionString, (client) =>
    onlyOnce(client, async (_client, keeper) => {
      if (keeper === undefined) await client.query(`create schema log; comment on schema log is '${ELSEWHERE}'`);
      else if (keeper !== ELSEWHERE)
        throw new LogUnavailable(
          'This database has a log of its own, so its read models cannot follow another. Remove EVENT_STORE, or set DATABASE_URL to an empty database.',
        );
    }),
  );

const makeLog = async (client: Client, keeper: Keeper): Promise<void> => {
  if (keeper === undefined) await client.query(SCHEMA);
  else if (keeper === ELSEWHERE)
    throw new LogUnavailable(
      'This database follows a log in EventStoreDB. Set EVENT_STORE=eventstoredb, or set DATABASE_URL to another database.',
    );
  else if (keeper && keeper in UPGRADES) await client.query(UPGRADES[keeper]!);
  else if (Number(keeper) !== VERSION)
    throw new LogUnavailable(
      `The log in this database has version ${keeper ?? 'unknown'}; this Daybook knows version ${VERSION}. Start the Daybook that wrote it, or set DATABASE_URL to another database.`,
    );
};

/** Two processes that start at once: the second finds what the first has made. */
const onlyOnce = async (client: Client, work: (client: Client, keeper: Keeper) => Promise<void>): Promise<void> => {
  await client.query('begin');
  await client.query(`select pg_advisory_xact_lock(hashtext('daybook.log.create'))`);
  const { rows } = await client.query<{ keeper: string | null }>(
    `select obj_description(oid, 'pg_namespace') as keeper from pg_namespace where nspname = 'log'`,
  );
  await work(client, rows[0]?.keeper);
  await client.query('commit');
};

const connected = async <T>(connectionString: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } catch (error) {
    throw inWords(error, connectionString);
  } finally {
    await client.end().catch(() => undefined);
  }
};
