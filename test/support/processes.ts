import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { runningProcess } from '../../src/event-store/embedded/processes.js';

const LOOKS = 400;
const LOOK_EVERY_MS = 50;

/** What a forked script has told us so far, and the next thing that it tells. */
export type Forked = Readonly<{ child: ChildProcess; pid: number; next(): Promise<Record<string, unknown>> }>;

/** Runs one of the TypeScript files of this folder as a process of its own, in a process group of its own. */
export function forkScript(name: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): Forked {
  const child = fork(fileURLToPath(new URL(name, import.meta.url)), args, {
    execArgv: ['--import', new URL('typescript.mjs', import.meta.url).href],
    detached: true,
    env,
  });
  const next = async () => {
    const [message] = (await Promise.race([once(child, 'message'), ended(child)])) as [Record<string, unknown>];
    return message;
  };
  return { child, pid: child.pid ?? 0, next };
}

/**
 * Runs a script of this folder as npm would: below a process (`outer`) that starts a shell. With `exec` as its word
 * the shell gives way to the script, with `env` it stays. The script writes its own number, `inner`, first.
 */
export async function startUnder(
  word: string,
  name: string,
  env: NodeJS.ProcessEnv,
): Promise<{ outer: ChildProcess; inner: number }> {
  const [script, hooks] = [name, 'typescript.mjs'].map((file) => fileURLToPath(new URL(file, import.meta.url)));
  const shell = `${word} '${process.execPath}' --import '${hooks}' '${script}'; exit $?`;
  const runner = `require('node:child_process').spawn('sh', ['-c', ${JSON.stringify(shell)}], { stdio: 'inherit' })`;
  const outer = spawn(process.execPath, ['--eval', runner], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [written] = (await once(outer.stdout, 'data')) as [Buffer];
  return { outer, inner: Number(written.toString()) };
}

/** Looks again and again until it is so. @throws Error after twenty seconds. */
export async function until(isSo: () => boolean): Promise<void> {
  for (let looks = 0; looks < LOOKS; looks += 1) {
    if (isSo()) return;
    await pause(LOOK_EVERY_MS);
  }
  throw new Error(`waited in vain until ${isSo.toString()}`);
}

/** Resolves when nothing runs under this number any more. */
export const untilGone = (pid: number): Promise<void> => until(() => runningProcess(pid) === null);

async function ended(child: ChildProcess): Promise<never> {
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  throw new Error(`the process ended (${code ?? signal}) and said nothing`);
}
