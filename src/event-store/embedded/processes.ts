import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';

/** `startedAt` tells a process from a later one that was given the same number. */
export type RunningProcess = Readonly<{ startedAt: string; command: string; folder: string | null }>;

/** What runs under this number, or `null` once it has gone. A zombie has gone. */
export function runningProcess(pid: number): RunningProcess | null {
  try {
    return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
  } catch {
    return null;
  }
}

function fromProc(pid: number): RunningProcess | null {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // proc(5): the name stands in brackets and may hold brackets itself; state is field 3, start time field 22.
  const close = stat.lastIndexOf(')');
  const fields = stat.slice(close + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return null;
  return { startedAt: fields[19] ?? '', command: stat.slice(stat.indexOf('(') + 1, close), folder: folderOf(pid) };
}

function folderOf(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

function fromPs(pid: number): RunningProcess | null {
  const options = { encoding: 'utf8', env: { PATH: process.env.PATH, LC_ALL: 'C' } } as const;
  const ask = (columns: string) => execFileSync('ps', ['-o', columns, '-p', String(pid)], options).trim();
  if (ask('stat=').startsWith('Z')) return null;
  const command = ask('command=');
  return {
    startedAt: ask('lstart=').replace(/\W+/g, '.'),
    command,
    folder: / -D (.+?) -p \d/.exec(command)?.[1] ?? null,
  };
}
