import { daybook } from '../peers/daybook.js';
import { envFor, withCouncilLog } from '../read-side.js';
import { startProgram } from '../programs.js';
import { resultOf } from '../pairs.js';
import type { Contender } from '../peers/peer.js';
import type { Pair } from '../results.js';
import { median, percentile } from '../statistics.js';
import { writePaced } from '../writers.js';
import type { Bench, Workload } from './workload.js';

const RATE = 1_000;
const WRITERS = 20;

const appendP99 = async (contender: Contender, seconds: number): Promise<number> => {
  const took: number[] = [];
  await writePaced(contender, { writers: WRITERS, rate: RATE, seconds }, (_stream, _revision, ms) => took.push(ms));
  return percentile(took, 0.99);
};

/** A rebuild as anybody would start it, in a process of its own, and again when it is done before the work is. */
const whileRebuilding = async <T>({ built }: Bench, databaseUrl: string, work: () => Promise<T>): Promise<T> => {
  const start = () =>
    startProgram('projections/rebuild', {
      built,
      args: ['audit-trail', '--accept', '--afresh'],
      env: envFor(databaseUrl),
    });
  let program = start();
  await program.line(/%/);
  let over = false;
  const again = async () => {
    for (await program.ended; !over; await program.ended) program = start();
  };
  const repeating = again();
  try {
    return await work();
  } finally {
    over = true;
    await program.stop();
    await repeating;
  }
};

const run = async (bench: Bench) => {
  const { server, sizes } = bench;
  const pairs: Pair[] = [];
  await withCouncilLog(bench, sizes.interference, async ({ databaseUrl }) => {
    const contender = await daybook.open(databaseUrl, WRITERS);
    await appendP99(contender, sizes.warmUp);
    for (let round = 0; round < sizes.longRounds; round += 1) {
      await server.checkpoint();
      const peer = await appendP99(contender, sizes.paced);
      pairs.push({
        peer,
        daybook: await whileRebuilding(bench, databaseUrl, () => appendP99(contender, sizes.paced)),
      });
    }
    await contender.close();
  });
  const times = median(pairs.map(({ daybook: during, peer: without }) => during / without));
  const also = { 'p99 as a multiple of that without a rebuild': times };
  return { appendDuringRebuild: resultOf('milliseconds', { 'without-rebuild': pairs }, { also }) };
};

/** How long an append takes at the 99th percentile while the audit trail is rebuilt, beside how long it takes otherwise. */
export const appendDuringRebuild: Workload = { names: 'appendDuringRebuild', run };
