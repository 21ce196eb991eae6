import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import { TYPE, type BenchEvent } from '../events.js';
import { openPool } from './open-pool.js';
import type { Contender, Heard, Peer } from './peer.js';

const PAGE = 1_000;
const POLL_MS = 5;
const COLUMNS = 6;

const TABLE = `create table events (
  position bigint generated always as identity primary key,
  stream text not null,
  revision bigint not null,
  id uuid not null unique,
  type text not null,
  data json not null,
  metadata json not null,
  transaction xid8 not null default pg_current_xact_id(),
  unique (stream, revision)
)`;

type Row = Readonly<{
  position: string;
  transaction: string;
  stream: string;
  revision: string;
  data: object;
  metadata: object;
}>;
type Place = Readonly<Pick<Row, 'position' | 'transaction'>>;
const BEGINNING: Place = { position: '0', transaction: '0' };

/** How readers go through the log. */
type Reading = Readonly<{ index: string; page: string; valuesOf: (after: Place) => unknown[] }>;

/** What nearly everybody writes first: remember the highest position seen, ask for what is beyond it. */
const BY_POSITION: Reading = {
  index: '',
  page: 'select * from events where position > $2 order by position limit $1',
  valuesOf: ({ position }) => [position],
};

/** Readers that stop at the oldest transaction that is still open anywhere in the server. */
const BY_SNAPSHOT: Reading = {
  index: 'create index on events (transaction, position)',
  page: `select * from events
    where (transaction, position) > ($2::text::xid8, $3::bigint) and transaction < pg_snapshot_xmin(pg_current_snapshot())
    order by transaction, position limit $1`,
  valuesOf: ({ transaction, position }) => [transaction, position],
};

const placesFor = (events: number): string =>
  Array.from({ length: events }, (_, event) => {
    const names = Array.from({ length: COLUMNS }, (_each, column) => `$${event * COLUMNS + column + 1}`);
    return `(${names.join(', ')})`;
  }).join(', ');

const insert = (stream: string, revision: number, events: readonly BenchEvent[]) => ({
  name: `insert-${events.length}`,
  text: `insert into events (stream, revision, id, type, data, metadata) values ${placesFor(events.length)}`,
  values: events.flatMap(({ id, data, metadata }, i) => [
    ...[stream, revision + i, id, TYPE],
    ...[JSON.stringify(data), JSON.stringify(metadata)],
  ]),
});

const pages =
  (pool: Pool, { page, valuesOf }: Reading) =>
  async (after: Place): Promise<Row[]> =>
    (await pool.query<Row>({ name: 'page', text: page, values: [PAGE, ...valuesOf(after)] })).rows;

type Pages = ReturnType<typeof pages>;

const follow = async (page: Pages, signal: AbortSignal, heard: Heard): Promise<void> => {
  let at = BEGINNING;
  while (!signal.aborted) {
    const rows = await page(at);
    for (const { stream, revision } of rows) heard(stream, Number(revision));
    at = rows.at(-1) ?? at;
    if (rows.length < PAGE) await pause(POLL_MS);
  }
};

const readAll = async (page: Pages): Promise<number> => {
  let count = 0;
  for (let rows = await page(BEGINNING); rows.length > 0; rows = await page(rows.at(-1)!)) count += rows.length;
  return count;
};

const opening =
  (reading: Reading) =>
  async (connectionString: string, writers: number): Promise<Contender> => {
    const pool = openPool(connectionString, writers + 1);
    await pool.query(`${TABLE}; ${reading.index}`);
    const page = pages(pool, reading);
    return {
      append: async (stream, revision, events) => void (await pool.query(insert(stream, revision, events))),
      readAll: () => readAll(page),
      follow: (signal, heard) => follow(page, signal, heard),
      close: () => pool.end(),
    };
  };

const INSERTS = 'pg, one prepared INSERT an append, as many connections as writers; positions from a sequence';

/** The floor: one prepared INSERT an append into a table like ours, whose unique index is the check of the revision. */
export const plainInsert: Peer = {
  name: 'plain-insert',
  settings: `${INSERTS}; readers remember the highest`,
  readModels: false,
  open: opening(BY_POSITION),
};

/** The same floor with readers that miss nothing: what it costs to leave the order to them. */
export const snapshotReaders: Peer = {
  name: 'snapshot-readers',
  settings: `${INSERTS}; readers stop at pg_snapshot_xmin, by an index of their own`,
  readModels: false,
  open: opening(BY_SNAPSHOT),
};
