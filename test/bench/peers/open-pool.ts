import { Pool } from 'pg';

export const openPool = (connectionString: string, max: number): Pool => {
  const pool = new Pool({ connectionString, max });
  // `end` does not wait for the last goodbye, and the database may be dropped before it is said.
  pool.on('error', () => undefined);
  return pool;
};
