import { EVENTS_A_STREAM } from '../events.js';
import { inPairs, resultOf } from '../pairs.js';
import { daybook, PEERS, withContenders, type Open } from '../peers/all.js';
import type { Contender } from '../peers/peer.js';
import type { Results } from '../results.js';
import { writeFor, type Load } from '../writers.js';
import type { Bench, Workload } from './workload.js';

const LOADS: readonly Load[] = [
  { batch: 1, writers: 1 },
  { batch: 1, writers: 8 },
  { batch: 1, writers: 32 },
  { batch: EVENTS_A_STREAM, writers: 8 },
  { batch: EVENTS_A_STREAM, writers: 32 },
];
const MOST_WRITERS = Math.max(...LOADS.map(({ writers }) => writers));

const nameOf = ({ batch, writers }: Load): string => `append${batch}@${writers}`;

const underLoad = async ({ server, sizes }: Bench, load: Load, [ours, ...others]: readonly Open[]) => {
  const measure = (contender: Contender) => async () => {
    await server.checkpoint();
    return writeFor(contender, load, sizes.seconds);
  };
  for (const { contender } of [ours!, ...others]) await writeFor(contender, load, sizes.warmUp);
  const peers = Object.fromEntries(others.map(({ peer, contender }) => [peer.name, measure(contender)]));
  return resultOf('events a second', await inPairs(sizes.rounds, measure(ours!.contender), peers));
};

const run = (bench: Bench): Promise<Results> =>
  withContenders(bench.server, [daybook, ...PEERS], MOST_WRITERS, async (open) => {
    const results: Results = {};
    for (const load of LOADS) results[nameOf(load)] = await underLoad(bench, load, open);
    return results;
  });

/** Appends of one event and of a whole stream, by several writers at once. */
export const appends: Workload = { names: LOADS.map(nameOf).join(' '), run };
