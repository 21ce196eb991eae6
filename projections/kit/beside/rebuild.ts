import { bookmarks, bookmarksIn } from '../bookmarks.js';
import type { AnyProjection } from '../define-projection.js';
import { createTables } from '../tables.js';
import { buildBeside, type Beside, type Watch } from './build.js';
import { compareTables, type Comparison } from './compare.js';
import { takeOver } from './switch.js';

export type Outcome =
  | Readonly<{ is: 'interrupted'; position: bigint }>
  /** The new table says something else than the live one, and nobody has accepted that. */
  | Readonly<{ is: 'different'; comparison: Comparison }>
  | Readonly<{ is: 'switched'; position: bigint; comparison: Comparison }>;

/**
 * Builds a projection beside its live table, compares the two, and switches.
 * @throws EventFailed; then the live table is as it was
 */
export const rebuild = async (
  projection: AnyProjection,
  on: Beside,
  { accept, ...watch }: Watch & { accept: boolean },
): Promise<Outcome> => {
  await createTables(on.db, [projection]);
  const position = await buildBeside(projection, on, watch);
  if (watch.signal.aborted) return { is: 'interrupted', position };
  const comparison = await compareWithLive(projection, on);
  if (comparison.different > 0 && !accept) return { is: 'different', comparison };
  return { is: 'switched', position: await takeOver(projection, on), comparison };
};

/** As far as both have come: what the live table said later was folded by the same software from the same log. */
export const compareWithLive = async (projection: AnyProjection, { db, schema }: Beside): Promise<Comparison> => {
  const live = await bookmarks.at(db, projection);
  const built = await bookmarksIn(schema).at(db, projection);
  return compareTables(db, projection, schema, live < built ? live : built);
};
