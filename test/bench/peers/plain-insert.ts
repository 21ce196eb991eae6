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
  unique (stream, revision)
)`;

type Row = Readonly<{ position: string; stream: string; revision: string; data: object; metadata: object }>;

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

const page = async (pool: Pool, after: string): Promise<Row[]> => {
  const text = 'select * from events where position > $1 order by position limit $2';
  return (await pool.query<Row>({ name: 'page', text, values: [after, PAGE] })).rows;
};

/** What nearly everybody writes first: remember the highest position seen, ask for what is beyond it. */
const follow = async (pool: Pool, signal: AbortSignal, heard: Heard): Promise<void> => {
  let at = '0';
  while (!signal.aborted) {
    const rows = await page(pool, at);
    for (const { stream, revision } of rows) heard(stream, Number(revision));
    at = rows.at(-1)?.position ?? at;
    if (rows.length < PAGE) await pause(POLL_MS);
  }
};

const readAll = async (pool: Pool): Promise<number> => {
  let count = 0;
  for (let rows = await page(pool, '0'); rows.length > 0; rows = await page(pool, rows.at(-1)!.position))
    count += rows.length;
  return count;
};

const open = async (connectionString: string, writers: number): Promise<Contender> => {
  const pool = openPool(connectionString, writers + 1);
  await pool.query(TABLE);
  return {
    append: async (stream, revision, events) => void (await pool.query(insert(stream, revision, events))),
    readAll: () => readAll(pool),
    follow: (signal, heard) => follow(pool, signal, heard),
    close: () => pool.end(),
  };
};

/** The floor: one prepared INSERT an append into a table like ours, whose unique index is the check of the revision. */
export const plainInsert: Peer = {
  name: 'plain-insert',
  settings: 'pg, one prepared INSERT an append, as many connections as writers; positions from a sequence',
  readModels: false,
  open,
};
