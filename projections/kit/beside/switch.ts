import type { StoredEvent } from '../../../src/event-store/event-store.port.js';
import type { AnyProjection } from '../define-projection.js';
import { heardBy } from '../runner.js';
import { applyBatch } from '../tables.js';
import { READ_SCHEMA } from '../versioned-table.js';
import type { Beside } from './build.js';

type Standing = Readonly<{ position: string }>;
const SAME = 'projection = $1 and version = $2';

/**
 * Puts the table that was built beside in the place of the live one, in one transaction. A runner at work, in
 * whichever process, finds its bookmark moved and starts again from the new table.
 * @returns the position that the new table has come to, never before the one that the live table had
 */
export const takeOver = async (projection: AnyProjection, { db, store, schema }: Beside): Promise<bigint> => {
  const { table } = projection;
  const key = [table.name, table.version];
  return db.transaction(async (tx) => {
    // First the bookmark, then the table: the order in which the runner takes them, so that neither waits for ever.
    const standing = async (in_: string): Promise<bigint> => {
      const rows: Standing[] = await tx.query(`select position from ${in_}.bookmarks where ${SAME} for update`, key);
      return BigInt(rows[0]?.position ?? 0);
    };
    await tx.query(`insert into ${READ_SCHEMA}.bookmarks values ($1, $2, 0, null) on conflict do nothing`, key);
    const live = await standing(READ_SCHEMA);
    const built = await standing(schema);
    if (live > built) {
      const late: StoredEvent[] = [];
      for await (const event of store.readAll(built, heardBy(projection))) {
        if (event.position > live) break;
        late.push(event);
      }
      await applyBatch(tx, projection, late, schema);
    }
    const position = live > built ? live : built;
    await tx.query(`drop table if exists ${READ_SCHEMA}.${table.tableName}`);
    await tx.query(`alter table ${schema}.${table.tableName} set schema ${READ_SCHEMA}`);
    await tx.query(`delete from ${schema}.bookmarks where ${SAME}`, key);
    await tx.query(
      `update ${READ_SCHEMA}.bookmarks set position = $3, failure = null, generation = generation + 1 where ${SAME}`,
      [...key, position],
    );
    return position;
  });
};
