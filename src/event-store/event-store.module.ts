import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { Pool } from 'pg';
import { Clock, SystemClock } from '../kernel/clock.js';
import { EventStore } from './event-store.port.js';
import { PostgresEventStore } from './postgres/postgres.event-store.js';
import { SCHEMA } from './postgres/schema.js';
import { Waker } from './postgres/waker.js';
import { Streams } from './streams.js';

const CONNECTIONS = 12;

/** The log, the clock, and the database that everything else stores beside it. */
@Module({})
export class EventStoreModule implements OnApplicationShutdown {
  constructor(
    private readonly pool: Pool,
    private readonly waker: Waker,
  ) {}

  static forRoot({ databaseUrl, clock }: { databaseUrl: string; clock?: Clock }): DynamicModule {
    return {
      module: EventStoreModule,
      global: true,
      providers: [
        { provide: Clock, useValue: clock ?? new SystemClock() },
        { provide: Pool, useFactory: () => openPool(databaseUrl) },
        {
          provide: Waker,
          // The schema first: whoever listens may read at once.
          inject: [Pool],
          useFactory: async (_pool: Pool) => {
            const waker = new Waker(databaseUrl);
            await waker.start();
            return waker;
          },
        },
        {
          provide: EventStore,
          inject: [Pool, Waker],
          useFactory: (pool: Pool, waker: Waker) => new PostgresEventStore(pool, waker),
        },
        Streams,
      ],
      exports: [Clock, Pool, EventStore, Streams],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.waker.stop();
    await this.pool.end();
  }
}

/** A pool whose database has the log's tables and functions. */
export const openPool = async (connectionString: string): Promise<Pool> => {
  const pool = new Pool({ connectionString, max: CONNECTIONS });
  // An idle connection that is cut (a restart of the database) is replaced at the next query.
  pool.on('error', () => undefined);
  const client = await pool.connect();
  try {
    await client.query(`begin; select pg_advisory_xact_lock(hashtext('daybook.log.create'));`);
    await client.query(SCHEMA);
    await client.query('commit');
  } finally {
    client.release();
  }
  return pool;
};
