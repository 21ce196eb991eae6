import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import type { AnyProjection } from './define-projection.js';

/** `lost` aborts when its connection has ended: from then on another process may hold it. */
export type Held = Readonly<{ release: () => Promise<void>; lost: AbortSignal }>;
/** What is done to a projection's tables by one process at a time. */
type Work = 'run' | 'rebuild' | 'verify';

const RETRY_MS = 500;

/** One process runs a projection at a time: an advisory lock on a connection of its own, given back when that closes. */
export const holdLock = async (
  connectionString: string,
  projection: AnyProjection,
  signal: AbortSignal,
): Promise<Held | null> => {
  const client = await connect(connectionString);
  while (!signal.aborted) {
    if (await tryLock(client, 'run', projection)) return heldOn(client);
    await pause(RETRY_MS, undefined, { signal }).catch(() => undefined);
  }
  await client.end();
  return null;
};

/** Null when another process is at it already. */
export const holdNow = async (
  connectionString: string,
  work: Work,
  projection: AnyProjection,
): Promise<Held | null> => {
  const client = await connect(connectionString);
  if (await tryLock(client, work, projection)) return heldOn(client);
  await client.end();
  return null;
};

/** The names of those that some process runs at this moment. */
export const heldNow = async (db: DataSource, projections: readonly AnyProjection[]): Promise<ReadonlySet<string>> => {
  // pg_locks shows the two numbers of an advisory lock as unsigned (PostgreSQL manual, "pg_locks").
  const rows: { name: string }[] = await db.query(
    `select p.name from unnest($1::text[], $2::int[]) as p(name, version) join pg_locks l
       on l.locktype = 'advisory' and l.objsubid = 2 and l.granted
      and l.database = (select oid from pg_database where datname = current_database())
      and l.classid::bigint = (hashtext('daybook.' || p.name)::bigint & 4294967295) and l.objid::bigint = p.version`,
    [projections.map(({ table }) => table.name), projections.map(({ table }) => table.version)],
  );
  return new Set(rows.map(({ name }) => name));
};

const heldOn = (client: Client): Held => {
  const ended = new AbortController();
  client.once('end', () => ended.abort());
  return { release: () => client.end(), lost: ended.signal };
};

const connect = async (connectionString: string): Promise<Client> => {
  const client = new Client({ connectionString, application_name: `daybook ${process.pid}` });
  // A lost connection is no crash: the fence on the bookmark refuses whatever is written without the lock.
  client.on('error', () => undefined);
  await client.connect();
  return client;
};

const tryLock = async (client: Client, work: Work, { table }: AnyProjection): Promise<boolean> => {
  const name = work === 'run' ? `daybook.${table.name}` : `daybook.${work}.${table.name}`;
  const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock(hashtext($1), $2) as held', [
    name,
    table.version,
  ]);
  return rows[0]!.held;
};
