import { types } from 'pg';

/** bigint, json and jsonb, by their PostgreSQL number. */
const KEPT = [20, 114, 3802];

/**
 * Some libraries change how pg reads values for everybody in the process. What `work` changed is put back, so that
 * each of the others reads as it would alone.
 */
export const keepParsers = async <T>(work: () => Promise<T>): Promise<T> => {
  const before = KEPT.map((type) => [type, types.getTypeParser(type)] as const);
  try {
    return await work();
  } finally {
    for (const [type, parser] of before) types.setTypeParser(type, parser);
  }
};
