import type { DataSource } from 'typeorm';
import type { AnyProjection } from '../define-projection.js';
import { READ_SCHEMA } from '../versioned-table.js';

/** A version of a row that the live table and the one built beside it do not agree on. */
export type Difference = Readonly<{ key: string; knownFrom: string; says: string }>;

/** What two tables said, over all versions of all rows, up to a log position. */
export type Comparison = Readonly<{ upTo: bigint; compared: number; different: number; first: readonly Difference[] }>;

type Found = Readonly<{ rowKey: string; knownFrom: string; live: boolean; built: boolean; different: string }>;
type Shown = Readonly<Record<string, unknown>> | null;
const MOST_SHOWN = 5;
const MOST_TEXT = 60;

/** Compares the live table with one built beside it, as both were known at a position, version by version. */
export const compareTables = async (
  db: DataSource,
  projection: AnyProjection,
  schema: string,
  upTo: bigint,
): Promise<Comparison> => {
  const columns = db.getMetadata(projection.table.entity).columns.map(({ databaseName }) => databaseName);
  const table = projection.table.tableName;
  const [live, built] = [READ_SCHEMA, schema].map((in_) => fingerprints(`${in_}.${table}`, columns));
  const found: Found[] = await db.query(
    `select "rowKey", "knownFrom", live.print is not null as live, built.print is not null as built,
            count(*) over () as different
     from (${live}) live full join (${built}) built using ("rowKey", "knownFrom")
     where live.print is distinct from built.print
     order by "knownFrom", "rowKey" limit ${MOST_SHOWN}`,
    [upTo],
  );
  const counted: { rows: string }[] = await db.query(
    `select count(*) as rows from ${schema}.${table} where "knownFrom" <= $1`,
    [upTo],
  );
  const first: Difference[] = [];
  for (const { rowKey, knownFrom, ...there } of found) {
    const rowIn = (in_: string) => one(db, `${in_}.${table}`, rowKey, knownFrom);
    const says =
      there.live && there.built ? inWords(await rowIn(READ_SCHEMA), await rowIn(schema)) : onlyIn(there.live);
    first.push({ key: rowKey, knownFrom, says });
  }
  return { upTo, compared: Number(counted[0]!.rows), different: Number(found[0]?.different ?? 0), first };
};

/** A row that was closed later was still open at that position. */
const fingerprints = (name: string, columns: readonly string[]): string => {
  const values = columns.map((column) =>
    column === 'knownTo' ? 'case when "knownTo" <= $1 then "knownTo" end' : `"${column}"`,
  );
  return `select "rowKey", "knownFrom", md5(row(${values.join(', ')})::text) as print from ${name} where "knownFrom" <= $1`;
};

const one = async (db: DataSource, name: string, key: string, knownFrom: string): Promise<Shown> => {
  const rows: { row: Shown }[] = await db.query(
    `select to_jsonb(found) as row from ${name} found where "rowKey" = $1 and "knownFrom" = $2`,
    [key, knownFrom],
  );
  return rows[0]?.row ?? null;
};

const onlyIn = (live: boolean): string =>
  live ? 'stands in the live table and does not follow from the log' : 'follows from the log and is missing';

const short = (value: unknown): string => {
  const text = JSON.stringify(value ?? null);
  return text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT)}…` : text;
};

const inWords = (live: Shown, built: Shown): string => {
  const names = Object.keys({ ...live, ...built }).filter((name) => whole(live?.[name]) !== whole(built?.[name]));
  if (names.length === 0) return 'is written in another form';
  return names.map((name) => `${name} is ${short(live?.[name])}, and by the log ${short(built?.[name])}`).join('; ');
};

const whole = (value: unknown): string => JSON.stringify(value ?? null);
