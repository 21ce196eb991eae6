import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { AnyProjection } from './define-projection.js';

export type Held = Readonly<{ release: () => Promise<void>; isLost: () => boolean }>;
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

const heldOn = (client: Client): Held => {
  let lost = false;
  client.once('end', () => (lost = true));
  return { release: () => client.end(), isLost: () => lost };
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
