import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { runningProcess } from './processes.js';

const POLL_MS = 100;
const ASK_AFTER_POLLS = 10;
const INSIST_AFTER_POLLS = 100;
const GIVE_UP_AFTER_POLLS = 200;

/** Said to the server on its command line, which PostgreSQL keeps in `postmaster.opts` beside its lock. */
export const ownerSetting = (): string =>
  `daybook.owner=${process.pid}-${runningProcess(process.pid)?.startedAt ?? ''}`;

/**
 * Returns when no server works on `cluster`. A lock left by a server that has gone is cleared; a server whose
 * Daybook has gone is stopped.
 * @throws Error when another Daybook is at work there.
 */
export async function untilFree(cluster: string, dataDir: string): Promise<void> {
  for (let polls = 0; polls < GIVE_UP_AFTER_POLLS; polls += 1) {
    const server = serverOn(cluster);
    if (server === null) return;
    const owner = livingOwner(cluster);
    if (owner !== null) {
      throw new Error(
        `${dataDir} is in use by another Daybook (process ${owner}). Stop it, or set DATA_DIR to another folder.`,
      );
    }
    // Not at once: a Daybook that is just starting holds the lock a moment before it is known as the owner.
    if (polls === ASK_AFTER_POLLS) signal(server, 'SIGINT');
    if (polls === INSIST_AFTER_POLLS) signal(server, 'SIGQUIT');
    await pause(POLL_MS);
  }
  throw new Error(
    `${dataDir} is in use by a database that does not stop (process ${serverOn(cluster)}). Stop it first.`,
  );
}

function serverOn(cluster: string): number | null {
  const lock = join(cluster, 'postmaster.pid');
  if (!existsSync(lock)) return null;
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0]);
  const found = pid > 0 ? runningProcess(pid) : null;
  if (found === null) return null;
  if (found.command.includes('postgres') && isSameFolder(found.folder, cluster)) return pid;
  // PostgreSQL believes any living process with this number, so a reused number would lock the folder for ever.
  rmSync(lock, { force: true });
  return null;
}

function livingOwner(cluster: string): number | null {
  const options = join(cluster, 'postmaster.opts');
  const said = existsSync(options) ? /daybook\.owner=(\d+)-([\w.]*)/.exec(readFileSync(options, 'utf8')) : null;
  if (!said) return null;
  const pid = Number(said[1]);
  return runningProcess(pid)?.startedAt === said[2] ? pid : null;
}

function isSameFolder(one: string | null, other: string): boolean {
  return one !== null && existsSync(one) && realpathSync(one) === realpathSync(other);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has gone by itself; the next look will see that.
  }
}
