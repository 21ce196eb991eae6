import type { DataSource, EntityManager } from 'typeorm';
import type { Batch } from './batches.js';
import type { AnyProjection } from './define-projection.js';
import { READ_SCHEMA } from './versioned-table.js';

/** How far a projection has come, and what stopped it if anything did. */
export type Bookmark = Readonly<{
  projection: string;
  version: number;
  position: bigint;
  /** Events that the runner has taken since the table was first begun: what it moves by is how fast it is. */
  taken: number;
  failure: Readonly<{ position: string; type: string; message: string }> | null;
  /** A new table that has not yet caught up with the log as it was when it was begun. */
  building: Readonly<{ until: bigint; percent: number }> | null;
}>;

/** Where a runner stands. `generation` counts how often the table was replaced by one that was built beside it. */
export type Place = Readonly<{ position: bigint; generation: number }>;

type Row = Readonly<{
  position: string;
  generation: number;
  failure: Bookmark['failure'];
  build_until: string;
  taken: string;
}>;
type NamedRow = Row & Readonly<{ projection: string; version: number }>;

/** Another process moved the bookmark: whatever this one was about to write must not be written. */
export class BookmarkMoved extends Error {
  override readonly name = 'BookmarkMoved';
}

const tableIn = (schema: string) => `${schema}.bookmarks`;
const SAME = 'projection = $1 and version = $2';

/** Bookmarks of the tables in one schema: the live ones, unless another is named. */
export const bookmarksIn = (schema: string) => ({
  /**
   * Where it stands; begun at the first event where there is none. `head` is what a new table has to catch up with.
   * What stopped it before is forgotten: this software may be able to take that event.
   */
  async open(db: DataSource, { table }: AnyProjection, head: bigint): Promise<Place> {
    const key = [table.name, table.version];
    await db.query(`insert into ${tableIn(schema)} values ($1, $2, 0, null, $3) on conflict do nothing`, [
      ...key,
      head,
    ]);
    const [rows]: [Row[], number] = await db.query(
      `update ${tableIn(schema)} set failure = null where ${SAME} returning *`,
      key,
    );
    return { position: BigInt(rows[0]!.position), generation: rows[0]!.generation };
  },

  /** The position up to which the rows are known; 0 before it was begun. */
  async at(db: DataSource, { table }: AnyProjection): Promise<bigint> {
    const key = [table.name, table.version];
    const rows: Row[] = await db.query(`select * from ${tableIn(schema)} where ${SAME}`, key);
    return BigInt(rows[0]?.position ?? 0);
  },

  /** The fence: it moves only from where this process read it, and only in the table that it read. */
  async move(tx: EntityManager, { table }: AnyProjection, from: Place, { events, upTo }: Batch): Promise<void> {
    const moved: [unknown, number] = await tx.query(
      `update ${tableIn(schema)} set position = $5, taken = taken + $6, failure = null
       where ${SAME} and position = $3 and generation = $4`,
      [table.name, table.version, from.position, from.generation, upTo, events.length],
    );
    if (moved[1] !== 1) throw new BookmarkMoved(`The bookmark of ${table.name} is no longer at ${from.position}`);
  },

  async fail(db: DataSource, { table }: AnyProjection, failure: NonNullable<Bookmark['failure']>): Promise<void> {
    const values = [table.name, table.version, JSON.stringify(failure)];
    await db.query(`update ${tableIn(schema)} set failure = $3 where ${SAME}`, values);
  },

  /** Whoever starts the runner starts with a clean sheet: each projection that had stopped is tried again. */
  async forgetFailures(db: DataSource): Promise<void> {
    await db.query(`update ${tableIn(schema)} set failure = null where failure is not null`);
  },

  async all(db: DataSource, projections: readonly AnyProjection[]): Promise<Bookmark[]> {
    const rows: NamedRow[] = await db.query(`select * from ${tableIn(schema)}`);
    return projections.map(({ table }) => {
      const row = rows.find((r) => r.projection === table.name && r.version === table.version);
      const [position, until] = [BigInt(row?.position ?? 0), BigInt(row?.build_until ?? 0)];
      return {
        projection: table.name,
        version: table.version,
        position,
        taken: Number(row?.taken ?? 0),
        failure: row?.failure ?? null,
        building: position < until ? { until, percent: Number((position * 100n) / until) } : null,
      };
    });
  },

  /** Forgets the table's rows and starts again from the first event. */
  async reset(db: DataSource, { table }: AnyProjection): Promise<void> {
    await db.transaction(async (tx) => {
      await tx.query(`delete from ${tableIn(schema)} where ${SAME}`, [table.name, table.version]);
      await tx.query(`truncate ${schema}.${table.tableName}`);
    });
  },
});

export const bookmarks = bookmarksIn(READ_SCHEMA);
