import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export type Program = Readonly<{
  pid: number;
  /** Resolves with the first line that matches. @throws Error with what it said when it ends before */
  line: (pattern: RegExp) => Promise<string>;
  ended: Promise<void>;
  stop: () => Promise<void>;
}>;

/** One of the product's own programs, as a process of its own; from `dist` where it was built, else from its source. */
export const startProgram = (
  name: 'src/main' | 'projections/main' | 'projections/rebuild',
  { built, args = [], env }: Readonly<{ built: boolean; args?: readonly string[]; env: NodeJS.ProcessEnv }>,
): Program => {
  const script = built ? [`dist/${name}.js`] : ['--import', './test/support/typescript.mjs', `${name}.ts`];
  const child = spawn(process.execPath, [...script, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => child.emit('line', said[said.push(line) - 1]));
  const ended = once(child, 'close').then(() => undefined);
  return {
    pid: child.pid ?? 0,
    line: (pattern) => untilLine(child, said, pattern),
    ended,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
};

const untilLine = (child: ChildProcess, said: readonly string[], pattern: RegExp): Promise<string> =>
  new Promise((resolve, reject) => {
    const look = (line: string) => pattern.test(line) && resolve(line);
    said.forEach(look);
    child.on('line', look);
    child.once('close', () => reject(new Error(`A program of Daybook ended and said: ${said.join('\n')}`)));
  });
