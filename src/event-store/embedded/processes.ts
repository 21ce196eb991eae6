import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';

/** `startedAt` tells a process from a later one that was given the same number. */
export type RunningProcess = Readonly<{ parent: number; startedAt: string; command: string; folder: string | null }>;

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
  // proc(5): the name stands in brackets and may hold brackets itself; field 3 is the state, 4 the parent, 22 the start.
  const close = stat.lastIndexOf(')');
  const fields = stat.slice(close + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return null;
  const command = stat.slice(stat.indexOf('(') + 1, close);
  return { parent: Number(fields[1]), startedAt: fields[19] ?? '', command, folder: folderOf(pid) };
}

function folderOf(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

function fromPs(pid: number): RunningProcess | null {
  const answer = execFileSync('ps', ['-ww', '-o', 'stat=,ppid=,lstart=,command=', '-p', String(pid)], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
  });
  // lstart is five words: `Sun Nov 22 01:02:03 2026`.
  const [, state = 'Z', parent, began = '', command = ''] =
    /^(\S+)\s+(\d+)\s+((?:\S+\s+){5})(.*)$/.exec(answer.trim()) ?? [];
  if (state.startsWith('Z')) return null;
  const startedAt = began.trim().replace(/\W+/g, '.');
  return { parent: Number(parent), startedAt, command, folder: / -D (.+?) -p \d/.exec(command)?.[1] ?? null };
}
