import type { DataSource } from 'typeorm';
import { auditTrail } from '../../../projections/audit-trail/index.js';
import { buildBeside, forget } from '../../../projections/kit/beside/build.js';
import type { AnyProjection } from '../../../projections/kit/define-projection.js';
import { createIndexes, createTables } from '../../../projections/kit/tables.js';
import type { ReadSide } from '../../../projections/open.js';
import { projections } from '../../../projections/projections.js';
import { EVENTS_A_STREAM } from '../events.js';
import { inPairs, resultOf } from '../pairs.js';
import { PEERS, withContenders, type Open } from '../peers/all.js';
import { withCouncilLog } from '../read-side.js';
import { shortCount } from '../sizes.js';
import { fill } from '../writers.js';
import type { Bench, Workload } from './workload.js';

const BUILT = 'bench_built';
const COPIED = 'bench_copied';
// One writer: a log that several have written at once is not always read back whole by every peer.
const LOAD = { writers: 1, batch: EVENTS_A_STREAM };

const perSecond = async (events: number, work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return events / ((performance.now() - began) / 1_000);
};

/** The product's own way to build a table beside the live one, up to the moment before it would switch. */
const build = (projection: AnyProjection, { db, store }: ReadSide): Promise<bigint> =>
  buildBeside(
    projection,
    { db, store, schema: BUILT },
    { signal: new AbortController().signal, moved: () => undefined },
  );

const rebuilding = (which: readonly AnyProjection[], side: ReadSide, events: number) => async () => {
  for (const projection of which) await forget(projection, { db: side.db, schema: BUILT });
  return perSecond(events, async () => {
    for (const projection of which) await build(projection, side);
  });
};

/** The bound: the finished rows out of a file on the server, into the same table, with the same indexes made last. */
const copying = async (db: DataSource, events: number) => {
  const table = auditTrail.table.tableName;
  const folder: { data_directory: string }[] = await db.query('show data_directory');
  const file = `${folder[0]!.data_directory}/bench-rows`;
  await db.query(`copy ${BUILT}.${table} to '${file}'`);
  return async () => {
    await forget(auditTrail, { db, schema: COPIED });
    await createTables(db, [auditTrail], COPIED);
    return perSecond(events, async () => {
      await db.query(`copy ${COPIED}.${table} from '${file}'`);
      await db.transaction((tx) => createIndexes(tx, auditTrail.table, COPIED));
      await db.query(`analyze ${COPIED}.${table}`);
    });
  };
};

const rebuildingPeer =
  ({ peer, contender }: Open, events: number) =>
  () =>
    perSecond(events, async () => {
      const rows = await contender.rebuild!();
      if (rows !== events) throw new Error(`${peer.name} rebuilt ${rows} rows of ${events}`);
    });

const run = async (bench: Bench, events: number) => {
  const { server, sizes } = bench;
  return withContenders(server, PEERS, LOAD.writers, async (open) => {
    const able = open.filter(({ contender }) => contender.rebuild);
    for (const { contender } of able) await fill(contender, LOAD, sizes.peerRebuild);
    return withCouncilLog(bench, events, async (side) => {
      const ours = rebuilding([auditTrail], side, events);
      await ours();
      const peers = {
        'copy-of-rows': await copying(side.db, events),
        ...Object.fromEntries(able.map((one) => [one.peer.name, rebuildingPeer(one, sizes.peerRebuild)])),
      };
      const pairs = await inPairs(sizes.longRounds, ours, peers);
      const all = await rebuilding(projections, side, events)();
      return {
        [`rebuild@${shortCount(events)}`]: resultOf('events a second', pairs),
        [`rebuildAll@${shortCount(events)}`]: resultOf('events a second', {}, { alone: [all] }),
      };
    });
  });
};

/** The audit trail, which has one versioned row an event, built anew; and every projection, one after the other. */
export const rebuilds = (sizes: readonly number[]): readonly Workload[] =>
  sizes.map((events) => ({ names: `rebuild@${shortCount(events)}`, run: (bench) => run(bench, events) }));
