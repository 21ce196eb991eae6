import { EventStoreDbEventStore } from '../../src/event-store/eventstoredb/eventstoredb.event-store.js';
import { EventStoreDouble, type DoubleOptions } from '../support/eventstoredb/double.js';
import { eventStoreContract } from './event-store.contract.js';
import type { Opened } from './event-store.support.js';

const openDouble = (options?: DoubleOptions) => async (): Promise<Opened> => {
  const double = await new EventStoreDouble(options).start();
  const open = () => EventStoreDbEventStore.open(double.connectionString);
  const store = await open();
  return {
    store,
    findsIdsInOtherStreams: false,
    handedOut: () => double.handedOut,
    reopen: open,
    disconnect: () => double.restart(),
    close: async () => {
      await store.close();
      double.stop();
    },
  };
};

eventStoreContract('a double of EventStoreDB', openDouble());
eventStoreContract('a double of an older EventStoreDB', openDouble({ batches: false, signals: false }));
