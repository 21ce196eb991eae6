import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../../src/event-store/embedded/index.js';

/** What decides how long a commit takes; printed beside the figures. */
const SETTINGS = [
  'server_version',
  'fsync',
  'synchronous_commit',
  'full_page_writes',
  'shared_buffers',
  'max_wal_size',
];

export type Server = Readonly<{
  settings: Readonly<Record<string, string>>;
  /** Makes an empty database, gives its address, and drops it when the work is done. */
  withDatabase: <T>(work: (url: string) => Promise<T>) => Promise<T>;
  /** Writes out what earlier work left behind, so that the next measurement does not pay for it. */
  checkpoint: () => Promise<void>;
  stop: () => Promise<void>;
}>;

/** A PostgreSQL of the benchmark's own, as durable as the one that Daybook brings; it leaves nothing behind. */
export const startServer = async (): Promise<Server> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'daybook-bench-'));
  const postgres = await startEmbeddedPostgres({ dataDir, durable: true, disposable: true });
  const client = new Client({ connectionString: postgres.url('postgres') });
  await client.connect();
  const { rows } = await client.query<{ name: string; value: string }>(
    'select name, current_setting(name) as value from unnest($1::text[]) as name',
    [SETTINGS],
  );
  let made = 0;
  const withDatabase = async <T>(work: (url: string) => Promise<T>): Promise<T> => {
    made += 1;
    const name = `bench_${made}`;
    await client.query(`create database ${name}`);
    try {
      return await work(postgres.url(name));
    } finally {
      await client.query(`drop database ${name} with (force)`);
    }
  };
  return {
    settings: Object.fromEntries(rows.map(({ name, value }) => [name, value])),
    withDatabase,
    checkpoint: async () => void (await client.query('checkpoint')),
    stop: async () => {
      await client.end();
      await postgres.stop();
    },
  };
};
