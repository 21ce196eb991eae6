import { loadavg } from 'node:os';
import type { Kept } from './kept.js';
import { EVENT_BYTES, EVENTS_A_STREAM } from './events.js';
import { thisCode, thisMachine } from './machine.js';
import { PEERS } from './peers/all.js';
import type { Report, Results } from './results.js';
import { startServer } from './server.js';
import { SIZES, type SizeName } from './sizes.js';
import { workloads } from './workloads/all.js';

export type Options = Readonly<{
  size: SizeName;
  /** Only workloads whose name contains this. */
  only: string;
  built: boolean;
  say: (line: string) => void;
  /** What an interrupted run of the same code has measured already, and where to put what is measured. */
  kept?: Kept;
}>;

/** Runs the workloads one after the other on a PostgreSQL of its own, and gives it back. */
export const bench = async ({ size, only, built, say, kept }: Options): Promise<Report> => {
  const sizes = SIZES[size];
  const load = loadavg()[0]!;
  if (load > 1)
    say(`This machine is busy (load ${load.toFixed(1)}): ratios are rough, and nothing else is worth noting.`);
  const server = await startServer();
  const { server_version: postgres, ...settings } = server.settings;
  const machine = thisMachine(postgres!, load);
  let results: Results = kept?.results ?? {};
  try {
    for (const { names, run } of workloads(sizes).filter((workload) => workload.names.includes(only))) {
      if (kept?.done.includes(names)) continue;
      say(`${names} …`);
      const began = performance.now();
      results = { ...results, ...(await run({ server, sizes, built, say })) };
      kept?.keep(names, results);
      say(`${names}: took ${((performance.now() - began) / 1_000).toFixed(0)} s`);
    }
  } finally {
    await server.stop();
  }
  return {
    machine,
    settings: {
      ...{
        code: thisCode(),
        size,
        sizes,
        eventBytes: EVENT_BYTES,
        eventsAStream: EVENTS_A_STREAM,
        expectedRevision: 'checked on every append',
      },
      postgres: settings,
      peers: Object.fromEntries(PEERS.map((peer) => [peer.name, peer.settings])),
    },
    workloads: results,
  };
};
