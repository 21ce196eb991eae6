import pg from 'pg';
import { freshDatabase, onServer, serverUrl } from './database.js';
import { freshLog, TEST_LOG, type TestLog } from './log.js';

/** Where one Daybook keeps everything: a database of its own, and its log. */
export type Place = Readonly<{ databaseUrl: string; log: TestLog; env: NodeJS.ProcessEnv; drop(): Promise<void> }>;

const TEMPLATE = `daybook_demo_template_${TEST_LOG}`;
/** A log beside the database is saved in the database that follows it, so that both are copied together. */
const SAVED = 'saved_log';

export const freshPlace = async (template?: string): Promise<Place> => {
  const database = await freshDatabase(template);
  const log = await freshLog(template ? await takeSaved(database.url) : null);
  const drop = async () => {
    await database.drop();
    log.stop();
  };
  return { databaseUrl: database.url, log, env: { DATABASE_URL: database.url, ...log.env }, drop };
};

/** A place in which `furnish` has told the sample authority. That happens once a run; every spec gets a copy. */
export const furnishedPlace = async (furnish: (place: Place) => Promise<void>): Promise<Place> => {
  await onTemplate(async (client) => {
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [TEMPLATE]);
    if (rows.length > 0) return;
    const place = await freshPlace();
    await furnish(place);
    await save(place);
    place.log.stop();
    await onServer(`alter database ${new URL(place.databaseUrl).pathname.slice(1)} rename to ${TEMPLATE}`);
  });
  return freshPlace(TEMPLATE);
};

const connected = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/** One spec at a time; the others wait until it is there. */
const onTemplate = (work: (client: pg.Client) => Promise<void>): Promise<void> =>
  connected(serverUrl(), async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [TEMPLATE]);
    await work(client);
  });

const save = ({ databaseUrl, log }: Place): Promise<void> =>
  connected(databaseUrl, async (client) => {
    await client.query(`create table ${SAVED} (log bytea)`);
    await client.query(`insert into ${SAVED} values ($1)`, [log.double?.log.save() ?? null]);
  });

const takeSaved = (databaseUrl: string): Promise<Buffer | null> =>
  connected(databaseUrl, async (client) => {
    const { rows } = await client.query<{ log: Buffer | null }>(`select log from ${SAVED}`);
    await client.query(`drop table ${SAVED}`);
    return rows[0]?.log ?? null;
  });
