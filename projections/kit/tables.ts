import { Table, type DataSource, type EntityManager } from 'typeorm';
import type { StoredEvent } from '../../src/event-store/event-store.port.js';
import type { AnyProjection, Projection } from './define-projection.js';
import { Fold, listening, type Version } from './fold.js';
import { READ_SCHEMA, type VersionedTable } from './versioned-table.js';
import { writeVersions } from './write-versions.js';

/** Indexes that the kit itself needs while it writes; the others can wait until a table is built. */
const NEEDED = /_now$/;
type AnyTable = AnyProjection['table'];

/** Makes what is missing and changes nothing that is there: a changed shape is a new table version. */
export const createTables = async (
  db: DataSource,
  projections: readonly AnyProjection[],
  schema = READ_SCHEMA,
): Promise<void> => {
  await db.transaction(async (tx) => {
    await tx.query(`select pg_advisory_xact_lock(hashtext('daybook.read.create'))`);
    await tx.query(`create schema if not exists ${schema}`);
    await tx.query(`create table if not exists ${schema}.bookmarks (
      projection text, version int, position bigint not null, failure jsonb,
      build_until bigint not null default 0, generation int not null default 0, taken bigint not null default 0,
      primary key (projection, version))`);
    // Bookmarks of an earlier Daybook did not count.
    await tx.query(`alter table ${schema}.bookmarks add column if not exists taken bigint not null default 0`);
    for (const { table } of projections)
      await tx.queryRunner!.createTable(shapeOf(db, table, schema), true, false, schema === READ_SCHEMA);
    if (schema !== READ_SCHEMA) for (const { table } of projections) await createIndexes(tx, table, schema, NEEDED);
  });
};

/** The indexes of a table that was filled without them. */
export const createIndexes = async (tx: EntityManager, table: AnyTable, schema: string, which = /./): Promise<void> => {
  const shape = shapeOf(tx.connection, table, schema);
  const there: { indexname: string }[] = await tx.query('select indexname from pg_indexes where schemaname = $1', [
    schema,
  ]);
  const missing = shape.indices.filter(
    ({ name }) => which.test(name!) && !there.some(({ indexname }) => indexname === name),
  );
  for (const index of missing) await tx.queryRunner!.createIndex(shape, index);
};

const shapeOf = (db: DataSource, { entity, tableName }: AnyTable, schema: string): Table => {
  const shape = Table.create(db.getMetadata(entity), db.driver);
  shape.schema = schema;
  shape.name = `${schema}.${tableName}`;
  return shape;
};

/** Folds a few events into the table at once, inside the caller's transaction. @throws EventFailed */
export const applyBatch = async <Row>(
  tx: EntityManager,
  projection: Projection<Row>,
  events: readonly StoredEvent[],
  schema = READ_SCHEMA,
): Promise<void> => {
  const heard = events.map(listening(projection));
  const fold = new Fold(projection);
  const keys = [...new Set(heard.flatMap(({ changes }) => changes.map(({ key }) => key)))];
  for (const version of await openVersions<Row>(tx, projection.table, keys, schema)) fold.hold(version);
  for (const event of heard) fold.apply(event);
  await writeVersions(tx, projection.table, fold.touched, schema);
};

/** The open version of each of these rows, whole, as `change` left it. */
export const openVersions = async <Row>(
  tx: EntityManager,
  table: VersionedTable<Row>,
  keys: readonly string[],
  schema: string,
): Promise<Version<Row>[]> => {
  if (keys.length === 0) return [];
  const { driver } = tx.connection;
  const columns = tx.connection.getMetadata(table.entity).columns.filter(({ propertyName }) => !KIT.has(propertyName));
  const rows: Record<string, unknown>[] = await tx.query(
    `select * from ${schema}.${table.tableName} where "rowKey" = any($1) and "knownTo" is null`,
    [keys],
  );
  return rows.map(({ rowKey, knownFrom, ...row }) => ({
    key: rowKey as string,
    row: Object.fromEntries(
      columns.map((column) => [column.propertyName, driver.prepareHydratedValue(row[column.databaseName], column)]),
    ) as Row,
    knownFrom: BigInt(knownFrom as string),
    knownTo: null,
    stored: true,
  }));
};

const KIT = new Set(['rowKey', 'knownFrom', 'knownTo']);
