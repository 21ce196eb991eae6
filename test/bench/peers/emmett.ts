import { randomUUID } from 'node:crypto';
import {
  getPostgreSQLEventStore,
  postgreSQLProjection,
  rebuildPostgreSQLProjections,
  type PostgresEventStore,
} from '@event-driven-io/emmett-postgresql';
import { STREAM_DOES_NOT_EXIST, type Event } from '@event-driven-io/emmett';
import { TYPE, type BenchEvent } from '../events.js';
import { keepParsers } from './keep-parsers.js';
import { openPool } from './open-pool.js';
import type { Contender, Heard, Peer } from './peer.js';

type Noted = Event<typeof TYPE, BenchEvent['data'], BenchEvent['metadata']>;
const PULLED = 1_000;
const FOLLOWING = 3;

/** Under a name of its own each time: one that has run to the end is not run again. */
const trail = () =>
  postgreSQLProjection<Noted>({
    name: `trail-${randomUUID()}`,
    canHandle: [TYPE],
    truncate: async ({ connection: { client } }) => void (await client.query('truncate trail')),
    handle: async (events, { connection: { client } }) => {
      for (const { type, data, metadata } of events)
        await client.query({
          name: 'trail',
          text: 'insert into trail values ($1, $2, $3, $4, $5)',
          values: [metadata.globalPosition, metadata.streamName, metadata.streamPosition, type, data],
        });
    },
  });

const follow = async (store: PostgresEventStore, signal: AbortSignal, heard: Heard): Promise<void> => {
  const consumer = store.consumer<Noted>();
  consumer.reactor<Noted>({
    processorId: `follower-${randomUUID()}`,
    eachMessage: ({ metadata }) =>
      heard(metadata.streamName.slice('action:'.length), Number(metadata.streamPosition) - 1),
  });
  const stop = () => void consumer.stop();
  signal.addEventListener('abort', stop, { once: true });
  await consumer.start();
  await consumer.close();
};

const open = async (connectionString: string, writers: number): Promise<Contender> => {
  const pool = openPool(connectionString, writers + FOLLOWING);
  const store = await keepParsers(async () => {
    const made = getPostgreSQLEventStore(connectionString, { connectionOptions: { pool } });
    await made.schema.migrate();
    return made;
  });
  await pool.query(
    'create table trail (position bigint primary key, stream text, revision bigint, type text, data json)',
  );
  return {
    append: async (stream, revision, events) => {
      const facts = events.map(({ data, metadata }): Noted => ({ type: TYPE, data, metadata }));
      const expectedStreamVersion = revision === 0 ? STREAM_DOES_NOT_EXIST : BigInt(revision);
      await store.appendToStream<Noted>(`action:${stream}`, facts, { expectedStreamVersion });
    },
    follow: (signal, heard) => follow(store, signal, heard),
    rebuild: async () => {
      const consumer = rebuildPostgreSQLProjections<Noted>({
        connectionString,
        projections: [trail()],
        pulling: { batchSize: PULLED },
      });
      await consumer.start();
      await consumer.close();
      const { rows } = await pool.query<{ count: string }>('select count(*) from trail');
      return Number(rows[0]!.count);
    },
    close: async () => {
      await store.close();
      await pool.end();
    },
  };
};

export const emmett: Peer = {
  name: 'emmett-postgresql',
  settings: `@event-driven-io/emmett-postgresql 0.42.0, a connection for each writer and three more; a rebuild pulls ${PULLED} events at a time, everything else by its defaults`,
  readModels: true,
  open,
};
