import pg from 'pg';
import type { StoredEvent } from '../../src/event-store/event-store.port.js';
import type { Place } from './place.js';

type Change = Partial<Pick<StoredEvent, 'type' | 'data' | 'metadata'>>;
export type Undo = () => Promise<void>;

/** What nobody may do to a log, done behind the back of whatever keeps it. Each answers with the way back. */
export type DamagedLog = Readonly<{
  rewrite(event: StoredEvent, change: Change): Promise<Undo>;
  takeOut(event: StoredEvent): Promise<Undo>;
}>;

export const damage = ({ databaseUrl, log }: Place): DamagedLog => {
  const { double } = log;
  if (!double) return inPostgres(databaseUrl);
  return {
    rewrite: (event, change) => {
      const { type, data, metadata } = { ...event, ...change };
      return undoable(double.log.damage(event.position, { type, data: toBytes(data), metadata: toBytes(metadata) }));
    },
    takeOut: (event) => undoable(double.log.damage(event.position, null)),
  };
};

const undoable = (undo: () => void): Promise<Undo> => Promise.resolve(() => Promise.resolve(undo()));
const toBytes = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

const inPostgres = (databaseUrl: string): DamagedLog => {
  /** The superuser's way around the log's own guards. */
  const unguarded = async (statement: string, values: readonly unknown[]): Promise<void> => {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    try {
      await client.query('set session_replication_role = replica');
      await client.query(statement, [...values]);
    } finally {
      await client.end();
    }
  };
  const write = ({ position, type, data, metadata }: StoredEvent) =>
    unguarded('update log.events set type = $2, data = $3, metadata = $4 where position = $1', [
      ...[position, type, JSON.stringify(data), JSON.stringify(metadata)],
    ]);
  return {
    rewrite: async (event, change) => {
      await write({ ...event, ...change });
      return () => write(event);
    },
    takeOut: async (event) => {
      const { position, stream, revision, id, type, data, metadata } = event;
      await unguarded('delete from log.events where position = $1', [position]);
      return () =>
        unguarded(
          `insert into log.events (position, stream, revision, id, type, data, metadata) values ($1, $2, $3, $4, $5, $6, $7)`,
          [position, stream, revision, id, type, JSON.stringify(data), JSON.stringify(metadata)],
        );
    },
  };
};
