import { DataSource } from 'typeorm';
import { rebuild } from '../../../projections/kit/beside/rebuild.js';
import { NOW, type Known } from '../../../projections/kit/known.js';
import { MonthlyDashboard, MonthlyDashboardHandler } from '../../../projections/monthly-dashboard/query.js';
import { projections } from '../../../projections/projections.js';
import type { ReadSide } from '../../../projections/open.js';
import { fillLog } from '../council-log/fill-log.js';
import { monthOf, PLAN } from '../council-log/dashboard-facts.js';
import { resultOf } from '../pairs.js';
import { withReadSideAt } from '../read-side.js';
import type { Pair, Results } from '../results.js';
import { shortCount } from '../sizes.js';
import { median, percentile } from '../statistics.js';
import type { Bench, Workload } from './workload.js';

const ASKED = ['monthly-dashboard', 'plan-outline', 'published-dashboards', 'published-differences'];
const SCHEMA = 'bench_built';

type Asked = Readonly<{ now: number; past: number }>;
type Sizes = Bench['sizes'];

/** The read models that the query asks, built and switched to as `npm run rebuild` would. */
const project = async ({ db, store }: ReadSide): Promise<void> => {
  const watch = { signal: new AbortController().signal, moved: () => undefined, accept: true };
  for (const projection of projections.filter(({ name }) => ASKED.includes(name)))
    await rebuild(projection, { db, store, schema: SCHEMA }, watch);
};

/** Over all months that have figures by then, one after the other. */
const p99 = async (db: DataSource, known: Known, { queries, months }: Sizes): Promise<number> => {
  const handler = new MonthlyDashboardHandler(db);
  const took: number[] = [];
  for (let i = 0; i < queries; i += 1) {
    const began = performance.now();
    await handler.execute(new MonthlyDashboard(known, monthOf(i % months), PLAN));
    took.push(performance.now() - began);
  }
  return percentile(took, 0.99);
};

/** Today's answer, and the one that was known in the middle of the dashboard's history. */
const ask = async (db: DataSource, sizes: Sizes): Promise<Asked> => {
  const [middle] = await db.query<{ position: string }[]>(
    'select percentile_disc(0.5) within group (order by "knownFrom") as position from read.monthly_dashboard_v1',
  );
  const past = { position: BigInt(middle!.position), instant: null };
  return {
    now: await p99(db, NOW, sizes),
    past: await p99(db, past, { ...sizes, months: Math.floor(sizes.months / 3) }),
  };
};

/** A council's log of so many events, with its read models. */
const withDashboard = <T>(bench: Bench, events: number, work: (db: DataSource) => Promise<T>): Promise<T> =>
  bench.server.withDatabase(async (url) => {
    await withReadSideAt(url, async (side) => {
      await fillLog(side, events, bench.sizes.months);
      await project(side);
    });
    const entities = projections.map(({ table }) => table.entity);
    const db = await new DataSource({ type: 'postgres', url, entities }).initialize();
    try {
      await ask(db, bench.sizes);
      return await work(db);
    } finally {
      await db.destroy();
    }
  });

type Both = Readonly<{ few: Asked; many: Asked }>;

const resultsOf = (asked: readonly Both[], small: string, large: string): Results => {
  const past = (of: keyof Both) => ({
    'p99 of what was known in the past': median(asked.map((both) => both[of].past)),
  });
  const pairs = { [`at-${small}`]: asked.map(({ few, many }): Pair => ({ daybook: many.now, peer: few.now })) };
  const times = median(asked.map(({ few, many }) => many.now / few.now));
  return {
    [`dashboardQuery@${small}`]: resultOf(
      'milliseconds',
      {},
      { alone: asked.map(({ few }) => few.now), also: past('few') },
    ),
    [`dashboardQuery@${large}`]: resultOf('milliseconds', pairs, {
      also: { ...past('many'), [`p99 as a multiple of that at ${small}`]: times },
    }),
  };
};

const run = async (bench: Bench): Promise<Results> => {
  const { sizes, server } = bench;
  const [small, large] = sizes.dashboards;
  const asked: Both[] = [];
  await withDashboard(bench, small!, (few) =>
    withDashboard(bench, large!, async (many) => {
      await server.checkpoint();
      for (let round = 0; round < sizes.longRounds; round += 1)
        asked.push({ few: await ask(few, sizes), many: await ask(many, sizes) });
    }),
  );
  return resultsOf(asked, shortCount(small!), shortCount(large!));
};

/** One month's dashboard of 76 measures, asked again and again beside logs of two sizes. */
export const dashboardQuery: Workload = { names: 'dashboardQuery', run };
