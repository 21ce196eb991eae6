import { Query, SequencePosition, Tags } from '@dcb-es/event-store';
import {
  ensureHandlersInstalled,
  PostgresEventStore,
  runHandler,
  waitUntilProcessed,
} from '@dcb-es/event-store-postgres';
import type { Pool } from 'pg';
import { TYPE, type BenchEvent } from '../events.js';
import { openPool } from './open-pool.js';
import type { Contender, Heard, Peer } from './peer.js';

const HANDLER = 'trail';
const BOOKMARKS = 'bookmarks';
/** Its handler needs three, whoever waits for it another two, and all must be had at once. */
const BESIDES = 6;
const PATIENCE_MS = 600_000;

type Stored = Readonly<{ stream: string; revision: number } & BenchEvent['data']>;

/** Its streams are tags, and its revision is the position after which nothing with that tag may stand. */
const appending = (store: PostgresEventStore): Contender['append'] => {
  const last = new Map<string, SequencePosition>();
  return async (stream, revision, events) => {
    const tags = Tags.fromObj({ action: stream });
    const after = revision === 0 ? SequencePosition.initial() : last.get(stream);
    if (!after) throw new Error(`${stream} was not written here, so nobody knows where it ends`);
    const position = await store.append({
      events: events.map(({ data, metadata }, i) => ({
        type: TYPE,
        tags,
        data: { ...data, stream, revision: revision + i },
        metadata,
      })),
      condition: { failIfEventsMatch: Query.fromItems([{ types: [TYPE], tags }]), after },
    });
    last.set(stream, position);
  };
};

const follow = async (store: PostgresEventStore, signal: AbortSignal, heard: Heard): Promise<void> => {
  for await (const { event } of store.subscribe(Query.all(), { signal })) {
    const { stream, revision } = event.data as Stored;
    heard(stream, revision);
  }
};

const readAll = async (store: PostgresEventStore): Promise<number> => {
  let count = 0;
  for await (const { event } of store.read(Query.all())) if (event.data) count += 1;
  return count;
};

const last = async (store: PostgresEventStore): Promise<SequencePosition> => {
  for await (const { position } of store.read(Query.all(), { backwards: true, limit: 1 })) return position;
  return SequencePosition.initial();
};

const rebuild = async (pool: Pool, eventStore: PostgresEventStore): Promise<number> => {
  await pool.query(`truncate trail; delete from ${BOOKMARKS}`);
  await ensureHandlersInstalled(pool, [HANDLER], BOOKMARKS);
  const head = await last(eventStore);
  const stop = new AbortController();
  const { promise } = runHandler({
    pool,
    eventStore,
    handlerName: HANDLER,
    bookmarkTableName: BOOKMARKS,
    signal: stop.signal,
    handlerFactory: (client) => ({
      when: {
        [TYPE]: async ({ event, position }: { event: { data: Stored }; position: SequencePosition }) => {
          const { stream, revision } = event.data;
          const text = 'insert into trail values ($1, $2, $3, $4, $5)';
          const values = [position.toString(), stream, revision, TYPE, event.data];
          await client.query({ name: 'trail', text, values });
        },
      },
    }),
  });
  await waitUntilProcessed(pool, HANDLER, head, { bookmarkTableName: BOOKMARKS, timeoutMs: PATIENCE_MS });
  stop.abort();
  await promise;
  const { rows } = await pool.query<{ count: string }>('select count(*) from trail');
  return Number(rows[0]!.count);
};

const open = async (connectionString: string, writers: number): Promise<Contender> => {
  const pool = openPool(connectionString, writers + BESIDES);
  const store = new PostgresEventStore({ pool });
  await store.ensureInstalled();
  await ensureHandlersInstalled(pool, [HANDLER], BOOKMARKS);
  await pool.query(
    'create table trail (position bigint primary key, stream text, revision bigint, type text, data json)',
  );
  return {
    append: appending(store),
    readAll: () => readAll(store),
    follow: (signal, heard) => follow(store, signal, heard),
    rebuild: () => rebuild(pool, store),
    close: () => pool.end(),
  };
};

export const dcb: Peer = {
  name: 'dcb-es',
  settings: '@dcb-es/event-store-postgres 7.0.1, a connection for each writer and six more, its defaults',
  readModels: true,
  open,
};
