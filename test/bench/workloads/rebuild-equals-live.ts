import { Subject } from 'rxjs';
import { Findings } from '../../../projections/kit/verify/findings.js';
import { verifyReadModel } from '../../../projections/kit/verify/read-models.js';
import { runProjection, type Progress } from '../../../projections/kit/runner.js';
import { createTables } from '../../../projections/kit/tables.js';
import type { ReadSide } from '../../../projections/open.js';
import { projections } from '../../../projections/projections.js';
import { onLog } from '../peers/daybook.js';
import { resultOf } from '../pairs.js';
import { withCouncilLog } from '../read-side.js';
import { fill } from '../writers.js';
import type { Workload } from './workload.js';

const SCHEMA = 'bench_built';
const LOAD = { writers: 8, batch: 1 };
/** Appended while the projections follow, so that they fold in batches of every size. */
const WRITTEN_MEANWHILE = 0.1;

/** Every projection follows the log as a runner would, while it grows, until all have come to its end. */
const followToTheEnd = async ({ db, store }: ReadSide, more: number): Promise<void> => {
  await createTables(db, projections);
  const stops = projections.map(() => new AbortController());
  const progress = new Subject<Progress>();
  const come = new Map<string, bigint>();
  let end: bigint | null = null;
  const look = () => {
    if (end !== null && projections.every(({ name }) => (come.get(name) ?? 0n) >= end!))
      for (const stop of stops) stop.abort();
  };
  progress.subscribe(({ projection, position }) => {
    come.set(projection, position);
    look();
  });
  const running = projections.map((projection, i) =>
    runProjection(projection, { db, store, progress }, stops[i]!.signal),
  );
  await fill(onLog(store), LOAD, more);
  end = await store.head();
  look();
  await Promise.all(running);
};

/** The tables that grew with the log, against the same tables built from it at once: all versions of all rows. */
export const rebuildEqualsLive: Workload = {
  names: 'rebuildEqualsLive',
  run: (bench) => {
    const events = bench.sizes.rebuildEqualsLive;
    const more = Math.round(events * WRITTEN_MEANWHILE);
    return withCouncilLog(bench, events - more, async (side) => {
      const began = performance.now();
      await followToTheEnd(side, more);
      const took = performance.now() - began;
      const findings = new Findings((sentence) => bench.say(sentence));
      let compared = 0;
      for (const projection of projections)
        compared += (await verifyReadModel(projection, { ...side, schema: SCHEMA }, findings))?.compared ?? 0;
      const also = { events, 'row versions compared': compared, 'differences found': findings.count };
      const alone = [events / (took / 1_000)];
      return { rebuildEqualsLive: resultOf('events a second', {}, { alone, also }) };
    });
  },
};
