import { execFile } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { resultOf } from '../pairs.js';
import { daybook } from '../peers/daybook.js';
import { startProgram, type Program } from '../programs.js';
import { envFor } from '../read-side.js';
import { drift } from '../statistics.js';
import { signIn, type Visitor } from '../visitor.js';
import { writePaced } from '../writers.js';
import type { Bench, Workload } from './workload.js';

const VISITORS = 4;
const WRITERS = 8;
const APPENDS_A_SECOND = 500;
/** Of the samples, from the start: caches fill and code is compiled. */
const WARM_UP = 0.4;
const PAGES = ['/dashboard', '/actions', '/plan', '/measures', '/differences', '/audit-trail', '/api/docs'];

/** Resident, in megabytes. */
const residentOf = async (pid: number): Promise<number> => {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]);
  return Number(stdout) / 1_024;
};

const visiting = async ({ open }: Visitor, signal: AbortSignal): Promise<number> => {
  let pages = 0;
  for (; !signal.aborted; pages += 1) await open(PAGES[pages % PAGES.length]!);
  return pages;
};

type Samples = Readonly<{ web: number[]; worker: number[] }>;

const sampling = async (web: Program, worker: Program, everyMs: number, signal: AbortSignal): Promise<Samples> => {
  const samples: Samples = { web: [], worker: [] };
  while (!signal.aborted) {
    samples.web.push(await residentOf(web.pid));
    samples.worker.push(await residentOf(worker.pid));
    await pause(everyMs);
  }
  return samples;
};

const inWords = (name: string, all: readonly number[]): Record<string, number> => {
  const warm = all.slice(Math.floor(all.length * WARM_UP));
  return { [`${name} at most`]: Math.max(...all), [`${name} drift after warm-up`]: drift(warm) };
};

const run = async ({ server, sizes, built }: Bench) =>
  server.withDatabase(async (url) => {
    const web = startProgram('src/main', { built, env: { ...envFor(url), RUNNER: 'off' } });
    const address = (await web.line(/is open at/)).split(' ').at(-1)!;
    const worker = startProgram('projections/main', { built, env: envFor(url) });
    await worker.line(/running/);
    const stop = new AbortController();
    const contender = await daybook.open(url, WRITERS);
    try {
      const visitors = await Promise.all(Array.from({ length: VISITORS }, () => signIn(address, 'performance')));
      const everyMs = (sizes.memory * 1_000) / 60;
      const sampled = sampling(web, worker, everyMs, stop.signal);
      const visited = visitors.map((visitor) => visiting(visitor, stop.signal));
      const pace = { writers: WRITERS, rate: APPENDS_A_SECOND, seconds: sizes.memory };
      let appended = 0;
      await writePaced(contender, pace, () => (appended += 1));
      stop.abort();
      const samples = await sampled;
      const pages = (await Promise.all(visited)).reduce((sum, one) => sum + one, 0);
      const also = { ...inWords('web', samples.web), ...inWords('worker', samples.worker), appended, pages };
      const resident = samples.web.map((one, i) => Math.max(one, samples.worker[i]!));
      return { memory: resultOf('megabytes', {}, { alone: resident, also }) };
    } finally {
      stop.abort();
      await contender.close();
      await worker.stop();
      await web.stop();
    }
  });

/** Web and worker as processes of their own, with people at the pages and appends all the while. */
export const memory: Workload = { names: 'memory', run };
