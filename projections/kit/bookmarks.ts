import type { DataSource, EntityManager } from 'typeorm';
import type { AnyProjection } from './define-projection.js';
import { READ_SCHEMA } from './versioned-table.js';

/** How far a projection has come, and what stopped it if anything did. */
export type Bookmark = Readonly<{
  projection: string;
  version: number;
  position: bigint;
  failure: Readonly<{ position: string; type: string; message: string }> | null;
}>;

type Row = Omit<Bookmark, 'position'> & { position: string };
const TABLE = `${READ_SCHEMA}.bookmarks`;

/** Another process moved the bookmark: whatever this one was about to write must not be written. */
export class BookmarkMoved extends Error {
  override readonly name = 'BookmarkMoved';
}

export const bookmarks = {
  async of(db: DataSource, { table }: AnyProjection): Promise<bigint> {
    await db.query(`insert into ${TABLE} values ($1, $2, 0, null) on conflict do nothing`, [table.name, table.version]);
    const rows: Row[] = await db.query(`select position from ${TABLE} where projection = $1 and version = $2`, [
      table.name,
      table.version,
    ]);
    return BigInt(rows[0]!.position);
  },

  /** The fence: it moves only from where this process read it. */
  async move(tx: EntityManager, { table }: AnyProjection, from: bigint, to: bigint): Promise<void> {
    const moved: [unknown, number] = await tx.query(
      `update ${TABLE} set position = $4, failure = null where projection = $1 and version = $2 and position = $3`,
      [table.name, table.version, from, to],
    );
    if (moved[1] !== 1) throw new BookmarkMoved(`The bookmark of ${table.name} is no longer at ${from}`);
  },

  async fail(db: DataSource, { table }: AnyProjection, failure: NonNullable<Bookmark['failure']>): Promise<void> {
    await db.query(`update ${TABLE} set failure = $3 where projection = $1 and version = $2`, [
      table.name,
      table.version,
      JSON.stringify(failure),
    ]);
  },

  async all(db: DataSource, projections: readonly AnyProjection[]): Promise<Bookmark[]> {
    const rows: Row[] = await db.query(`select projection, version, position, failure from ${TABLE}`);
    return projections.map(({ table }) => {
      const row = rows.find((r) => r.projection === table.name && r.version === table.version);
      return {
        projection: table.name,
        version: table.version,
        position: BigInt(row?.position ?? 0),
        failure: row?.failure ?? null,
      };
    });
  },

  /** Forgets the table and starts again from the first event. */
  async reset(db: DataSource, { table }: AnyProjection): Promise<void> {
    await db.transaction(async (tx) => {
      await tx.query(`truncate ${READ_SCHEMA}.${table.tableName}`);
      await tx.query(`delete from ${TABLE} where projection = $1 and version = $2`, [table.name, table.version]);
    });
  },
};
