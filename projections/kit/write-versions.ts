import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { EntityManager } from 'typeorm';
import type { Version } from './fold.js';
import type { VersionedTable } from './versioned-table.js';

const ROWS_A_CHUNK = 100;
/** Below this, one statement is quicker than the round trips of COPY. */
const FEW = 20;

/** Closes the versions that were stored before and adds the new ones, inside the caller's transaction. */
export const writeVersions = async <Row>(
  tx: EntityManager,
  table: VersionedTable<Row>,
  touched: Iterable<Version<Row>>,
  schema: string,
): Promise<void> => {
  const name = `${schema}.${table.tableName}`;
  const closed: Version<Row>[] = [];
  const opened: Version<Row>[] = [];
  for (const version of touched) (version.stored ? closed : opened).push(version);
  if (closed.length > 0)
    await tx.query(
      `update ${name} row set "knownTo" = closed.at
       from unnest($1::text[], $2::bigint[], $3::bigint[]) as closed(key, opened, at)
       where row."rowKey" = closed.key and row."knownFrom" = closed.opened`,
      [closed.map((v) => v.key), closed.map((v) => v.knownFrom), closed.map((v) => v.knownTo)],
    );
  if (opened.length === 0) return;
  if (opened.length < FEW) await insert(tx, name, opened);
  else await copy(tx, name, table, opened);
};

const insert = <Row>(tx: EntityManager, name: string, versions: readonly Version<Row>[]): Promise<unknown> =>
  tx.query(`insert into ${name} select * from json_populate_recordset(null::${name}, $1)`, [
    JSON.stringify(
      versions.map((v) => ({
        ...v.row,
        rowKey: v.key,
        knownFrom: String(v.knownFrom),
        knownTo: v.knownTo?.toString() ?? null,
      })),
    ),
  ]);

const copy = async <Row>(
  tx: EntityManager,
  name: string,
  table: VersionedTable<Row>,
  versions: readonly Version<Row>[],
): Promise<void> => {
  const columns = tx.connection.getMetadata(table.entity).columns.map(({ propertyName, databaseName, type }) => ({
    databaseName,
    valueOf: valueOf<Row>(propertyName),
    text: type === 'json' || type === 'jsonb' ? jsonText : plainText,
  }));
  const client = (await tx.queryRunner!.connect()) as PoolClient;
  const names = columns.map(({ databaseName }) => `"${databaseName}"`).join(', ');
  const line = (version: Version<Row>) => columns.map(({ valueOf, text }) => text(valueOf(version))).join('\t');
  await pipeline(Readable.from(chunks(versions, line)), client.query(copyFrom(`copy ${name} (${names}) from stdin`)));
};

function* chunks<T>(items: readonly T[], line: (item: T) => string): Generator<Buffer> {
  for (let at = 0; at < items.length; at += ROWS_A_CHUNK)
    yield Buffer.from(
      items
        .slice(at, at + ROWS_A_CHUNK)
        .map((item) => `${line(item)}\n`)
        .join(''),
    );
}

const valueOf = <Row>(property: string): ((version: Version<Row>) => unknown) => {
  if (property === 'rowKey') return ({ key }) => key;
  if (property === 'knownFrom') return ({ knownFrom }) => knownFrom;
  if (property === 'knownTo') return ({ knownTo }) => knownTo;
  return ({ row }) => (row as Record<string, unknown>)[property];
};

// COPY's text format (PostgreSQL manual, "COPY", File Formats): \N is null; backslash and the separators are escaped.
const NOTHING = '\\N';
const SPECIAL = /[\\\n\r\t]/;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

const escaped = (text: string): string =>
  SPECIAL.test(text) ? text.replace(/[\\\n\r\t]/g, (character) => ESCAPES[character]!) : text;

const plainText = (value: unknown): string => {
  if (value === null || value === undefined) return NOTHING;
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  throw new Error('a column that is neither text, a number nor JSON cannot be written in bulk');
};

const jsonText = (value: unknown): string =>
  value === null || value === undefined ? NOTHING : escaped(JSON.stringify(value));
