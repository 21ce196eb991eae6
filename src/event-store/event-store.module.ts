import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { Pool } from 'pg';
import { Clock, SystemClock } from '../kernel/clock.js';
import { EventStore } from './event-store.port.js';
import { leaveLogToEventStoreDb } from './postgres/open-log.js';
import { PostgresEventStore } from './postgres/postgres.event-store.js';
import { Streams } from './streams.js';

const CONNECTIONS = 12;

type Settings = Readonly<{
  databaseUrl: string;
  /** Keeps the log in EventStoreDB; without it, the log is in the database. */
  eventStoreUrl?: string | null;
  clock?: Clock;
}>;

/** The log, the clock, and the database that everything else stores beside it. */
@Module({})
export class EventStoreModule implements OnApplicationShutdown {
  constructor(
    private readonly pool: Pool,
    private readonly store: EventStore,
  ) {}

  static forRoot({ databaseUrl, eventStoreUrl, clock }: Settings): DynamicModule {
    return {
      module: EventStoreModule,
      global: true,
      providers: [
        { provide: Clock, useValue: clock ?? new SystemClock() },
        { provide: Pool, useFactory: () => openPool(databaseUrl) },
        { provide: EventStore, useFactory: () => openStore(databaseUrl, eventStoreUrl ?? null) },
        Streams,
      ],
      exports: [Clock, Pool, EventStore, Streams],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.store.close();
    await this.pool.end();
  }
}

/** The log that is configured. @throws LogUnavailable */
export const openStore = async (databaseUrl: string, eventStoreUrl: string | null): Promise<EventStore> => {
  if (!eventStoreUrl) return PostgresEventStore.open(databaseUrl);
  await leaveLogToEventStoreDb(databaseUrl);
  // The client brings much with it: it is loaded only where it is used.
  const { EventStoreDbEventStore } = await import('./eventstoredb/eventstoredb.event-store.js');
  return EventStoreDbEventStore.open(eventStoreUrl);
};

const openPool = (connectionString: string): Pool => {
  const pool = new Pool({ connectionString, max: CONNECTIONS });
  // An idle connection that is cut (a restart of the database) is replaced at the next query.
  pool.on('error', () => undefined);
  return pool;
};
