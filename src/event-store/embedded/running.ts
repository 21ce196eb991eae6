import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SUPERUSER } from './cluster.js';
import { dataFolder, readPassword } from './data-folder.js';
import { runningProcess } from './processes.js';

const DATABASE = 'daybook';

/** The address of the server that another Daybook runs on this folder; null when none does. */
export function runningPostgres(dataDir: string): string | null {
  const folder = dataFolder(resolve(dataDir));
  const lock = join(folder.cluster, 'postmaster.pid');
  if (!existsSync(lock)) return null;
  // PostgreSQL writes its number in the first line of its lock file and its port in the fourth.
  const [pid = '', , , port = ''] = readFileSync(lock, 'utf8').split('\n');
  if (!runningProcess(Number(pid))?.command.includes('postgres') || !Number(port)) return null;
  return `postgres://${SUPERUSER}:${readPassword(folder)}@127.0.0.1:${port}/${DATABASE}`;
}
