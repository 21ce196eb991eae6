import type { Pool } from 'pg';
import { newSecret } from './random.js';

const SHORTEST = 32;

/**
 * The configured secret, or one made on first run and kept in the database for every process.
 * @throws Error when the configured one is too short to sign anything.
 */
export const sessionSecret = async (pool: Pool, configured: string | null): Promise<string> => {
  if (configured !== null) {
    if (configured.length < SHORTEST)
      throw new Error(
        `SESSION_SECRET must be at least ${SHORTEST} random characters. Remove it to let Daybook make one.`,
      );
    return configured;
  }
  await pool.query(`insert into identity.settings (name, value) values ('session-secret', $1) on conflict do nothing`, [
    newSecret(),
  ]);
  const { rows } = await pool.query<{ value: string }>(
    `select value from identity.settings where name = 'session-secret'`,
  );
  return rows[0]!.value;
};
