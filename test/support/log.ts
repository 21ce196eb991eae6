import type { EventStore } from '../../src/event-store/event-store.port.js';
import { PostgresEventStore } from '../../src/event-store/postgres/postgres.event-store.js';
import type { EventStoreDouble } from './eventstoredb/double.js';

/** Where a spec's Daybook keeps its log: in its database, or with `TEST_LOG=eventstoredb` in a double of that server. */
export type TestLog = Readonly<{
  /** What tells a program of it. */
  env: NodeJS.ProcessEnv;
  eventStoreUrl: string | null;
  double: EventStoreDouble | null;
  /** The log itself, beside the Daybook that keeps it. */
  open(databaseUrl: string): Promise<EventStore>;
  /** @throws when nobody read from it: then the spec kept its log elsewhere, and tells nothing about this one. */
  stop(): void;
}>;

const LOGS = ['postgres', 'eventstoredb'];
export const TEST_LOG = process.env.TEST_LOG ?? 'postgres';
if (!LOGS.includes(TEST_LOG)) throw new Error(`TEST_LOG must be ${LOGS.join(' or ')}, not "${TEST_LOG}".`);

const inDatabase: TestLog = {
  env: {},
  eventStoreUrl: null,
  double: null,
  open: (databaseUrl) => PostgresEventStore.open(databaseUrl),
  stop: () => undefined,
};

/** An empty one, or one that goes on where a double's log was. */
export const freshLog = async (saved?: Buffer | null): Promise<TestLog> => {
  if (TEST_LOG === 'postgres') return inDatabase;
  // Loaded only here: the client and the protocol take longer to load than many a spec to run.
  const { EventStoreDouble } = await import('./eventstoredb/double.js');
  const { RecordedLog } = await import('./eventstoredb/recorded-log.js');
  const { EventStoreDbEventStore } = await import('../../src/event-store/eventstoredb/eventstoredb.event-store.js');
  const double = await new EventStoreDouble({ log: new RecordedLog(saved ?? undefined) }).start();
  const { connectionString } = double;
  return {
    env: { EVENT_STORE: 'eventstoredb', EVENTSTORE_URL: connectionString },
    eventStoreUrl: connectionString,
    double,
    open: () => EventStoreDbEventStore.open(connectionString),
    stop: () => {
      double.stop();
      if (double.handedOut === 0) throw new Error('Nobody read from the double: where was the log of this spec?');
    },
  };
};
