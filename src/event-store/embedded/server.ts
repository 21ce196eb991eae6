import { existsSync, readdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { findBinaries } from './binaries.js';
import { createCluster, SUPERUSER } from './cluster.js';
import { checkVersion, dataFolder, openFolder, readPassword } from './data-folder.js';
import { createDatabase } from './database.js';
import { postGuard, type Guard } from './guard.js';
import { launch, stopServer, type Launch, type Running } from './launch.js';
import { untilFree } from './occupancy.js';
import { serverUser } from './user.js';

const DATABASE = 'daybook';
const TRIES = 5;
/** As PostgreSQL's programs say it, and Node. */
const FULL_DISK = /No space left on device|ENOSPC/;
const fullDisk = (dataDir: string): string =>
  `The disk is full: the database cannot write to ${dataDir}. Free some space, or set DATA_DIR to another folder.`;

export type EmbeddedPostgresOptions = Readonly<{
  /** Holds everything the server writes; made when it is not there. */
  dataDir: string;
  /** `false` trades safety after a power cut for speed: for tests only. */
  durable: boolean;
  /** Deletes `dataDir`, which must be empty at first, when the server stops or this process is killed: for tests only. */
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
 * @throws Error with a sentence for the person at the terminal: the folder is in use, cannot be written, was
 * written by another PostgreSQL, or its disk is full.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  if (process.platform === 'win32') {
    throw new Error('Daybook brings no database for Windows. Set DATABASE_URL to a PostgreSQL server.');
  }
  const dataDir = resolve(options.dataDir);
  if (options.disposable && existsSync(dataDir) && readdirSync(dataDir).length > 0) {
    throw new Error(`${dataDir} is not empty, and a disposable database would delete it with everything in it.`);
  }
  const guard = postGuard(options.disposable ? 'QUIT' : 'INT', options.disposable ? dataDir : null);
  const cleanUp = () => {
    guard.dismiss();
    if (options.disposable) rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    return await start({ ...options, dataDir }, guard, cleanUp);
  } catch (error) {
    cleanUp();
    throw FULL_DISK.test(String(error)) ? new Error(fullDisk(dataDir), { cause: error }) : error;
  }
}

async function start(
  { dataDir, durable, log = () => undefined }: EmbeddedPostgresOptions,
  guard: Guard,
  cleanUp: () => void,
): Promise<EmbeddedPostgres> {
  const folder = dataFolder(dataDir);
  openFolder(folder);
  const user = serverUser(existsSync(folder.home) ? folder.home : null);
  const binaries = findBinaries(dataDir, user);
  if (!existsSync(folder.home)) await createCluster(folder, binaries, user, durable);
  checkVersion(folder, binaries.major);
  const { server, port } = await begin(dataDir, { binaries, user, cluster: folder.cluster, durable, guard, log });
  // At once, not in `stop`: after a crash the number that the guard knows may come to mean another process.
  server.once('exit', () => guard.dismiss());
  const password = readPassword(folder);
  const url = (database = DATABASE) =>
    `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
  const stop = () => stopServer(server).then(cleanUp);
  try {
    await createDatabase(url('postgres'), DATABASE);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop, pid: server.pid ?? 0 };
}

async function begin(dataDir: string, plan: Launch): Promise<Running> {
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
