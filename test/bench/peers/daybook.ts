import { declaredEvent } from '../../../src/event-catalogue.js';
import { isCaughtUp, type EventStore } from '../../../src/event-store/event-store.port.js';
import { PostgresEventStore } from '../../../src/event-store/postgres/postgres.event-store.js';
import { TYPE } from '../events.js';
import type { Contender, Heard, Peer } from './peer.js';

const STREAM = 'action-';

const follow = async (store: EventStore, signal: AbortSignal, heard: Heard): Promise<void> => {
  for await (const item of store.subscribe(0n, signal))
    if (!isCaughtUp(item)) heard(item.stream.slice(STREAM.length), item.revision);
};

export const onLog = (store: EventStore): Contender => ({
  append: async (stream, revision, events) => {
    const facts = events.map((event) => ({ ...event, type: TYPE }));
    await store.append(`${STREAM}${stream}`, facts, revision === 0 ? 'none' : revision - 1);
  },
  readAll: async () => {
    let count = 0;
    for await (const stored of store.readAll(0n)) if (declaredEvent(stored).event.data) count += 1;
    return count;
  },
  follow: (signal, heard) => follow(store, signal, heard),
  close: () => store.close(),
});

export const daybook: Peer = {
  name: 'daybook',
  settings: 'the log in PostgreSQL, as the application opens it',
  readModels: true,
  open: async (databaseUrl) => onLog(await PostgresEventStore.open(databaseUrl)),
};
