import type { Pool, QueryConfig, QueryResultRow } from 'pg';
import { isLostConnection } from './failures.js';

/**
 * Asks once more over another connection when the first was cut, as after a restart of the database. Every question
 * to the log may be asked twice: reads change nothing, and an append finds its own event ids again.
 */
export const ask = async <Row extends QueryResultRow>(pool: Pool, question: QueryConfig): Promise<Row[]> => {
  try {
    return (await pool.query<Row>(question)).rows;
  } catch (error) {
    if (!isLostConnection(error)) throw error;
    return (await pool.query<Row>(question)).rows;
  }
};
