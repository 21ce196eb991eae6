import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.js';
import type { DataFolder } from './data-folder.js';
import { seenFromInside, serverEnvironment } from './environment.js';
import { runningProcess } from './processes.js';
import { giveTo, type ServerUser } from './user.js';

export const SUPERUSER = 'daybook';

/**
 * Makes the database on the first run. The name appears only when it is whole, so a start cut short leaves
 * nothing half-made, and of two first starts at once one wins.
 * @throws Error with what the program said when it fails.
 */
export async function createCluster(
  folder: DataFolder,
  binaries: Binaries,
  user: ServerUser,
  durable: boolean,
): Promise<void> {
  clearAbandoned(folder);
  const staging = `${folder.home}.new-${process.pid}`;
  try {
    await fill(staging, binaries, user, durable);
    renameSync(staging, folder.home);
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    // Another Daybook was first: it holds the lock by now, and whoever asks for that will say so.
    if (existsSync(folder.home)) return;
    throw new Error(`The database could not be made in ${folder.dataDir}. ${String(error)}`, { cause: error });
  }
}

async function fill(staging: string, binaries: Binaries, user: ServerUser, durable: boolean): Promise<void> {
  const cluster = join(staging, 'data');
  const password = join(staging, 'password');
  mkdirSync(cluster, { recursive: true, mode: 0o700 });
  writeFileSync(password, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  for (const made of [password, cluster, staging]) giveTo(user, made);
  const inside = seenFromInside(cluster, user);
  const encoding = ['-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = ['-U', SUPERUSER, `--pwfile=${inside}/../password`, '-A', 'scram-sha-256'];
  const options = { ...user, cwd: cluster, env: serverEnvironment() };
  const sync = durable ? [] : ['--no-sync'];
  await promisify(execFile)(binaries.initdb, ['-D', inside, ...access, ...encoding, ...sync], options);
}

function clearAbandoned({ dataDir, home }: DataFolder): void {
  for (const name of readdirSync(dataDir)) {
    const path = join(dataDir, name);
    const maker = path.startsWith(`${home}.new-`) ? Number(path.slice(`${home}.new-`.length)) : null;
    if (maker !== null && (maker === process.pid || runningProcess(maker) === null)) {
      rmSync(path, { recursive: true, force: true });
    }
  }
}
