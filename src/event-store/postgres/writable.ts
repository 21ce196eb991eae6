import { Client } from 'pg';
import { LogUnavailable } from '../log-unavailable.js';
import { inWords, READ_ONLY } from './failures.js';

/**
 * Asks whether the database lets us in, and write: a standby does not, and then every table that is missing would
 * fail in its own words. @throws LogUnavailable
 */
export const requireWritable = async (connectionString: string): Promise<void> => {
  const client = new Client({ connectionString });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ transaction_read_only: string }>('show transaction_read_only');
    if (rows[0]?.transaction_read_only === 'on') throw new LogUnavailable(READ_ONLY);
  } catch (error) {
    throw inWords(error, connectionString);
  } finally {
    await client.end().catch(() => undefined);
  }
};
