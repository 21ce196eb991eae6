import type { DataSource } from 'typeorm';
import type { CaughtUp, EventStore, StoredEvent } from '../../../src/event-store/event-store.port.js';
import { bookmarksIn } from '../bookmarks.js';
import type { AnyProjection } from '../define-projection.js';
import { foldInto } from '../fold-into.js';
import { heardBy } from '../runner.js';
import { createIndexes, createTables } from '../tables.js';

/** Where the same tables are built once more, beside the live ones; a schema of its own, so that every name is free. */
export type Beside = Readonly<{ db: DataSource; store: EventStore; schema: string }>;

const INDEX_MEMORY = '256MB';

/** How far a build has come, of the log as it was when it was looked at, and how many events it took to move there. */
export type Built = Readonly<{ position: bigint; of: bigint; events: number }>;
export type Watch = Readonly<{ signal: AbortSignal; moved: (built: Built) => void }>;

/**
 * Builds a projection's table from the log, from where an earlier build was interrupted.
 * @returns the position it has come to; less than the head when the signal aborted
 * @throws EventFailed
 */
export const buildBeside = async (projection: AnyProjection, on: Beside, watch: Watch): Promise<bigint> => {
  await createTables(on.db, [projection], on.schema);
  const position = await catchUp(projection, on, watch);
  if (watch.signal.aborted) return position;
  // Last, because an index is made in a fraction of the time that it takes to keep it up row by row.
  await on.db.transaction(async (tx) => {
    await tx.query(`set local maintenance_work_mem = '${INDEX_MEMORY}'`);
    // One processor for the index, the others for those who work meanwhile.
    await tx.query('set local max_parallel_maintenance_workers = 0');
    await createIndexes(tx, projection.table, on.schema);
  });
  await on.db.query(`analyze ${on.schema}.${projection.table.tableName}`);
  return catchUp(projection, on, watch);
};

/** Folds what the log has gained since. @returns the position it has come to */
export const catchUp = async (projection: AnyProjection, on: Beside, watch: Watch): Promise<bigint> => {
  const bookmarks = bookmarksIn(on.schema);
  const head = await on.store.head();
  const place = await bookmarks.open(on.db, projection, head);
  watch.moved({ position: place.position, of: head, events: 0 });
  const coming = until(head, on.store.readAll(place.position, heardBy(projection)), watch.signal);
  await foldInto({ ...on, projection }, place, coming, ({ events, upTo }) =>
    watch.moved({ position: upTo, of: head, events: events.length }),
  );
  return bookmarks.at(on.db, projection);
};

async function* until(
  head: bigint,
  events: AsyncIterable<StoredEvent>,
  signal: AbortSignal,
): AsyncGenerator<StoredEvent | CaughtUp> {
  for await (const event of events) {
    if (signal.aborted) return;
    if (event.position > head) break;
    yield event;
  }
  yield { caughtUp: head };
}

/** Drops what was built beside, and where it stood. */
export const forget = async (
  projection: AnyProjection,
  { db, schema }: Pick<Beside, 'db' | 'schema'>,
): Promise<void> => {
  await createTables(db, [projection], schema);
  const { table } = projection;
  await db.transaction(async (tx) => {
    const key = [table.name, table.version];
    await tx.query(`delete from ${schema}.bookmarks where projection = $1 and version = $2`, key);
    await tx.query(`drop table ${schema}.${table.tableName}`);
  });
};
