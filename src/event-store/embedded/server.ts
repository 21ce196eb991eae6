import { existsSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import pg from 'pg';
import { findBinaries } from './binaries.js';
import { checkVersion, createCluster, dataFolder, openFolder, readPassword, SUPERUSER } from './data-folder.js';
import { postGuard, type Guard } from './guard.js';
import { launch, type Launch, type Server } from './launch.js';
import { untilFree } from './occupancy.js';
import { serverUser } from './user.js';

const DATABASE = 'daybook';
const TRIES = 5;
const PATIENCE_MS = 60_000;

export type EmbeddedPostgresOptions = Readonly<{
  /** Holds everything the server writes; made when it is not there. */
  dataDir: string;
  /** `false` trades safety after a power cut for speed: for tests only. */
  durable: boolean;
  /** Deletes `dataDir` when the server stops, or when this process is killed: for tests only. */
  disposable?: boolean;
  /** The server's own log, line by line. */
  log?: (line: string) => void;
}>;

export type EmbeddedPostgres = Readonly<{
  /** Connection address with password; without a name, of the database `daybook`. */
  url(database?: string): string;
  /** Closes every connection and stops the server. May be called twice. */
  stop(): Promise<void>;
  pid: number;
}>;

/**
 * Starts the PostgreSQL server that npm brought, on 127.0.0.1 and a free port. It never outlives this process.
 * @throws Error with a sentence for the person at the terminal: the folder is in use, cannot be written, or was
 * written by another PostgreSQL.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  if (process.platform === 'win32') {
    throw new Error('Daybook brings no database for Windows. Set DATABASE_URL to a PostgreSQL server.');
  }
  const folder = dataFolder(resolve(options.dataDir));
  const guard = postGuard(options.disposable ? 'QUIT' : 'INT', options.disposable ? folder.dataDir : null);
  try {
    openFolder(folder);
    const user = serverUser(existsSync(folder.home) ? folder.home : null);
    const binaries = findBinaries(folder.dataDir, user);
    if (!existsSync(folder.home)) await createCluster(folder, binaries, user, options.durable);
    checkVersion(folder, binaries.major);
    const { cluster } = folder;
    const log = options.log ?? (() => undefined);
    const { server, port } = await begin(folder.dataDir, {
      binaries,
      user,
      cluster,
      durable: options.durable,
      guard,
      log,
    });
    server.once('exit', () => guard.dismiss());
    const url = (database = DATABASE) =>
      `postgres://${SUPERUSER}:${readPassword(folder)}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
    const stop = async () => {
      await end(server);
      if (options.disposable) rmSync(folder.dataDir, { recursive: true, force: true });
    };
    await createDatabase(url('postgres')).catch(async (error: unknown) => {
      await stop();
      throw error;
    });
    return { url, stop, pid: server.pid ?? 0 };
  } catch (error) {
    dismissAfterFailure(guard, options.disposable ? folder.dataDir : null);
    throw error;
  }
}

async function begin(dataDir: string, plan: Launch): Promise<{ server: Server; port: number }> {
  let taken = '';
  for (let tries = 0; tries < TRIES; tries += 1) {
    await untilFree(plan.cluster, dataDir);
    const launched = await launch(plan);
    if ('server' in launched) {
      launched.server.unref();
      return launched;
    }
    taken = launched.taken;
  }
  throw new Error(`The database did not start. It said:\n${taken}`);
}

async function end(server: Server): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.ref();
  const gone = new Promise((resolve) => server.once('exit', resolve));
  const insist = setTimeout(() => server.kill('SIGQUIT'), PATIENCE_MS);
  server.kill('SIGINT');
  await gone;
  clearTimeout(insist);
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

function dismissAfterFailure(guard: Guard, remove: string | null): void {
  guard.dismiss();
  if (remove !== null) rmSync(remove, { recursive: true, force: true });
}
