import { Table, type DataSource, type EntityManager } from 'typeorm';
import type { StoredEvent } from '../../src/event-store/event-store.port.js';
import type { AnyProjection, Projection } from './define-projection.js';
import { Fold, keysOf, type Version } from './fold.js';
import { READ_SCHEMA, type Versioned } from './versioned-table.js';

/** Makes what is missing and changes nothing that is there: a changed shape is a new table version. */
export const createTables = async (db: DataSource, projections: readonly AnyProjection[]): Promise<void> => {
  await db.transaction(async (tx) => {
    await tx.query(`select pg_advisory_xact_lock(hashtext('daybook.read.create'))`);
    await tx.query(`create schema if not exists ${READ_SCHEMA}`);
    await tx.query(`create table if not exists ${READ_SCHEMA}.bookmarks (
      projection text, version int, position bigint not null, failure jsonb, primary key (projection, version))`);
    for (const { table } of projections) {
      const definition = Table.create(db.getMetadata(table.entity), db.driver);
      await tx.queryRunner!.createTable(definition, true, false, true);
    }
  });
};

/** Folds a batch of events into the table, inside the caller's transaction. */
export const applyBatch = async <Row>(
  tx: EntityManager,
  projection: Projection<Row>,
  events: readonly StoredEvent[],
): Promise<void> => {
  const fold = new Fold(projection);
  const keys = [...new Set(events.flatMap((event) => keysOf(projection, event)))];
  for (const version of await openVersions(tx, projection, keys)) fold.hold(version);
  for (const event of events) fold.take(event);
  await write(tx, projection, [...fold.touched]);
};

const openVersions = async <Row>(tx: EntityManager, { table }: Projection<Row>, keys: string[]): Promise<Version<Row>[]> => {
  const rows = await tx
    .createQueryBuilder(table.entity, 'row')
    .where('row.rowKey = any(:keys) and row.knownTo is null', { keys })
    .getMany();
  return rows.map(({ rowKey, knownFrom, knownTo: _open, ...row }: Versioned<Row>) => ({
    key: rowKey,
    row: row as Row,
    knownFrom: BigInt(knownFrom),
    knownTo: null,
    stored: true,
  }));
};

const write = async <Row>(tx: EntityManager, { table }: Projection<Row>, versions: Version<Row>[]): Promise<void> => {
  const name = `${READ_SCHEMA}.${table.tableName}`;
  const closed = versions.filter((version) => version.stored);
  const opened = versions.filter((version) => !version.stored);
  if (closed.length > 0)
    await tx.query(
      `update ${name} row set "knownTo" = closed.at
       from unnest($1::text[], $2::bigint[], $3::bigint[]) as closed(key, opened, at)
       where row."rowKey" = closed.key and row."knownFrom" = closed.opened`,
      [closed.map((v) => v.key), closed.map((v) => v.knownFrom), closed.map((v) => v.knownTo)],
    );
  if (opened.length > 0)
    await tx.query(`insert into ${name} select * from json_populate_recordset(null::${name}, $1)`, [
      JSON.stringify(
        opened.map((v) => ({ ...v.row, rowKey: v.key, knownFrom: String(v.knownFrom), knownTo: v.knownTo?.toString() ?? null })),
      ),
    ]);
};
