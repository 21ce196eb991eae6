import { PostgresEventStorageAdapter } from '@castore/event-storage-adapter-postgres';
import { TYPE, type BenchEvent } from '../events.js';
import type { Contender, Peer } from './peer.js';

const STORE = { eventStoreId: 'ACTIONS' };

const detailOf = (aggregateId: string, version: number, { data, metadata }: BenchEvent) => ({
  ...{ aggregateId, version, type: TYPE, payload: data, metadata },
  timestamp: metadata.recordedAt,
});

const open = async (connectionString: string): Promise<Contender> => {
  await PostgresEventStorageAdapter.createEventTable({ connectionString });
  const adapter = new PostgresEventStorageAdapter({ connectionString });
  return {
    append: async (stream, revision, events) => {
      // Its versions begin at 1.
      const details = events.map((event, i) => detailOf(stream, revision + i + 1, event));
      const [first, ...rest] = details.map((detail) => adapter.groupEvent(detail));
      for (const grouped of [first!, ...rest]) grouped.context = STORE;
      if (rest.length === 0) await adapter.pushEvent(details[0]!, STORE);
      else await adapter.pushEventGroup({}, first!, ...rest);
    },
    // It has no way to give its connections back: they end with the database.
    close: () => Promise.resolve(),
  };
};

/** It knows streams only: no order across them, no subscription, no read model. */
export const castore: Peer = {
  name: 'castore',
  settings: '@castore/event-storage-adapter-postgres 2.4.2, its ten connections (it takes no other number)',
  readModels: false,
  open,
};
