import { inPairs, resultOf } from '../pairs.js';
import { daybook, PEERS, withContenders, type Open } from '../peers/all.js';
import { fill } from '../writers.js';
import { EVENTS_A_STREAM } from '../events.js';
import type { Workload } from './workload.js';

const LOAD = { writers: 8, batch: EVENTS_A_STREAM };

/** The whole log in order, every event parsed; by Daybook also checked against its declaration and upcast. */
export const readAll: Workload = {
  names: 'readAll',
  run: ({ server, sizes }) =>
    withContenders(server, [daybook, ...PEERS], LOAD.writers, async (open) => {
      const able = open.filter(({ contender }) => contender.readAll);
      for (const { contender } of able) await fill(contender, LOAD, sizes.readAll);
      const measure =
        ({ peer, contender }: Open) =>
        async () => {
          const began = performance.now();
          const read = await contender.readAll!();
          if (read !== sizes.readAll) throw new Error(`${peer.name} read ${read} events of ${sizes.readAll}`);
          return read / ((performance.now() - began) / 1_000);
        };
      const [ours, ...others] = able;
      for (const one of able) await measure(one)();
      const peers = Object.fromEntries(others.map((one) => [one.peer.name, measure(one)]));
      return { readAll: resultOf('events a second', await inPairs(sizes.rounds, measure(ours!), peers)) };
    }),
};
