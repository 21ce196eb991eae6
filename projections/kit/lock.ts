import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { AnyProjection } from './define-projection.js';

const RETRY_MS = 500;

/** One process runs a projection at a time: an advisory lock on a connection of its own, given back when that closes. */
export const holdLock = async (
  connectionString: string,
  { table }: AnyProjection,
  signal: AbortSignal,
): Promise<{ release: () => Promise<void> } | null> => {
  const client = new Client({ connectionString });
  // A lost connection is no crash: the fence on the bookmark refuses whatever is written without the lock.
  client.on('error', () => undefined);
  await client.connect();
  while (!signal.aborted) {
    const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock(hashtext($1), $2) as held', [
      `daybook.${table.name}`,
      table.version,
    ]);
    if (rows[0]!.held) return { release: () => client.end() };
    await pause(RETRY_MS, undefined, { signal }).catch(() => undefined);
  }
  await client.end();
  return null;
};
