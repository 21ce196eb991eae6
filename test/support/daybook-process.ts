import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** One of the project's programs, as a process of its own. */
export type Program = Readonly<{
  pid: number;
  /** Everything it has printed so far. */
  output: () => string;
  /** Resolves when it has printed something like this. @throws when it ends without */
  says: (what: RegExp) => Promise<RegExpExecArray>;
  kill: (signal: NodeJS.Signals) => void;
  ended: Promise<Readonly<{ code: number | null; signal: NodeJS.Signals | null }>>;
}>;

const root = new URL('../../', import.meta.url);
const hooks = new URL('typescript.mjs', import.meta.url).href;
const HERE = [
  ...['DATABASE_URL', 'DATA_DIR', 'EVENT_STORE', 'EVENTSTORE_URL', 'PORT', 'DAYBOOK_MODE', 'RUNNER'],
  'npm_lifecycle_event',
];

/** Starts `src/main.ts`, `projections/verify.ts` or the like; only `env` says where and how. */
export const startProgram = (file: string, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Program => {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !HERE.includes(name)));
  const child = spawn(process.execPath, ['--import', hooks, fileURLToPath(new URL(file, root)), ...args], {
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal }));
  let over = false;
  void ended.then(() => (over = true));
  const says = async (what: RegExp): Promise<RegExpExecArray> => {
    for (;;) {
      const found = what.exec(output);
      if (found) return found;
      if (over) throw new Error(`${file} ended without saying ${String(what)}. It said:\n${output}`);
      await Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data'), ended]);
    }
  };
  return { pid: child.pid ?? 0, output: () => output, says, kill: (signal) => child.kill(signal), ended };
};
