import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.js';
import { serverEnvironment } from './environment.js';
import { runningProcess } from './processes.js';
import { giveTo, type ServerUser } from './user.js';

export const SUPERUSER = 'daybook';

/** `home` is ours (cluster and password together); `cluster` is PostgreSQL's own data folder. */
export type DataFolder = Readonly<{ dataDir: string; home: string; cluster: string }>;

export const dataFolder = (dataDir: string): DataFolder => {
  const home = join(dataDir, 'postgres');
  return { dataDir, home, cluster: join(home, 'data') };
};

/** @throws Error when the folder cannot be made, or is not ours to write. */
export function openFolder({ dataDir, home, cluster }: DataFolder): void {
  try {
    // Others may pass through but not list: the server's user may be another than ours.
    mkdirSync(dataDir, { recursive: true, mode: 0o711 });
    accessSync(dataDir, constants.W_OK | constants.X_OK);
    if (existsSync(home)) accessSync(home, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    throw new Error(
      `Daybook cannot write to ${dataDir}. Start it as the user who owns that folder, or set DATA_DIR to another folder.`,
    );
  }
  if (existsSync(home) && !existsSync(join(cluster, 'PG_VERSION'))) {
    throw new Error(
      `${home} holds something else than Daybook's database. Move it away, or set DATA_DIR to another folder.`,
    );
  }
}

/** @throws Error when another major version of PostgreSQL made the data. */
export function checkVersion({ dataDir, cluster }: DataFolder, major: number): void {
  const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (Number(found) === major) return;
  const remedy = Number(found) > major ? 'Use the newer Daybook' : 'Move the data with pg_upgrade';
  throw new Error(
    `${dataDir} was written by PostgreSQL ${found}; this Daybook brings PostgreSQL ${major}. ${remedy}, or set DATA_DIR to another folder.`,
  );
}

/** Makes the database on the first run. The name appears only when it is whole, so a start cut short leaves nothing half-made. */
export async function createCluster(folder: DataFolder, binaries: Binaries, user: ServerUser, durable: boolean) {
  clearAbandoned(folder);
  const staging = `${folder.home}.new-${process.pid}`;
  const cluster = join(staging, 'data');
  mkdirSync(cluster, { recursive: true, mode: 0o700 });
  const password = join(staging, 'password');
  writeFileSync(password, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  for (const made of [password, cluster, staging]) giveTo(user, made);
  const inside = seenFromInside(cluster, user);
  await promisify(execFile)(
    binaries.initdb,
    [
      ...['-D', inside, '-U', SUPERUSER, `--pwfile=${inside}/../password`, '-A', 'scram-sha-256', '-E', 'UTF8'],
      ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
      ...(durable ? [] : ['--no-sync']),
    ],
    { ...user, cwd: cluster, env: serverEnvironment() },
  );
  try {
    renameSync(staging, folder.home);
  } catch {
    // Another Daybook was first; it also holds the lock, and the caller will say so.
    rmSync(staging, { recursive: true, force: true });
  }
}

export const readPassword = ({ home }: DataFolder): string => readFileSync(join(home, 'password'), 'utf8').trim();

/**
 * The name of a working folder for a server that root lends another user: that user may be unable to walk there
 * (a checkout below /root), but Linux lets every process name its own working folder.
 */
export const seenFromInside = (folder: string, user: ServerUser): string =>
  user.uid !== undefined && process.platform === 'linux' ? '/proc/self/cwd' : folder;

function clearAbandoned({ dataDir, home }: DataFolder): void {
  for (const name of readdirSync(dataDir)) {
    const path = join(dataDir, name);
    const maker = path.startsWith(`${home}.new-`) ? Number(path.slice(`${home}.new-`.length)) : null;
    if (maker !== null && (maker === process.pid || runningProcess(maker) === null)) {
      rmSync(path, { recursive: true, force: true });
    }
  }
}
