import type { Report, Result } from './results.js';

/** What Daybook set out to reach. `ratio` is against a peer, at least; `also` is a figure of its own, at most. */
export type Target = Readonly<{
  workload: string;
  says: string;
  of: Readonly<{ ratio: string } | { also: string }>;
  least?: number;
  most?: number;
  /** What stands in the way where it is not reached, with the figures of that run. */
  bound?: (result: Result) => string;
}>;

const ratio = (workload: string, peer: string, least: number, bound?: Target['bound']): Target => ({
  ...{ workload, least, of: { ratio: peer } },
  says: `at least ${least} × ${peer}`,
  ...(bound ? { bound } : {}),
});

const times = (value: number): string => `${value.toPrecision(2)} ×`;

/** How many times as fast as another peer one peer is, through what both are to Daybook. */
const between = ({ ratio }: Result, one: string, other: string): string =>
  times((ratio[other] ?? NaN) / (ratio[one] ?? NaN));

const ALONE = (result: Result): string =>
  `A lone append waits for the disk as an INSERT does, and besides takes the turn, looks where the log and its stream end, and tells readers. The same function called without any grouping is ${between(result, 'turn-for-each', PLAIN)} the INSERT: what is missing is those three, not the grouping.`;

const FLOOR_AND_PEER = (result: Result): string =>
  `Plain INSERTs are themselves ${between(result, PLAIN, EMMETT)} Emmett here. One backend inserts for everybody, one group after the other, and holds the turn while the disk flushes; what is left is the time that a row with three indexes takes.`;

const COPY_IS_THE_FLOOR = (result: Result): string =>
  `COPY of the finished rows, which nothing that stores them can beat, is itself only ${between(result, 'copy-of-rows', EMMETT)} Emmett's rebuild: the rows are wide, and seven indexes are made.`;

const also = (workload: string, name: string, most: number, says: string, bound?: Target['bound']): Target => ({
  ...{ workload, most, says, of: { also: name }, ...(bound ? { bound } : {}) },
});

const TWO_CORES = (): string =>
  'A rebuild runs at the lowest priority and makes its indexes one at a time, but the backend that takes its rows is a process of the database like any other, and on two cores it is half of the machine.';

const STILL_WARMING = ({ also: figures }: Result): string =>
  `After the warm-up it still rose, to ${Math.round(figures['web at most'] ?? NaN)} MB at most of the 400 it may have; in a run of minutes a process that still fills its caches cannot be told from one that leaks.`;

const EMMETT = 'emmett-postgresql';
const PLAIN = 'plain-insert';

export const TARGETS: readonly Target[] = [
  ratio('append1@1', EMMETT, 2.2, ALONE),
  ratio('append1@1', PLAIN, 0.8, ALONE),
  ratio('append1@8', EMMETT, 5, FLOOR_AND_PEER),
  ratio('append1@8', PLAIN, 1.25, FLOOR_AND_PEER),
  ratio('append1@32', EMMETT, 11, FLOOR_AND_PEER),
  ratio('append1@32', PLAIN, 2.3, FLOOR_AND_PEER),
  ratio('append20@8', EMMETT, 2.6, FLOOR_AND_PEER),
  ratio('append20@8', PLAIN, 0.85, FLOOR_AND_PEER),
  ratio('append20@32', EMMETT, 3.4, FLOOR_AND_PEER),
  ratio('append20@32', PLAIN, 1, FLOOR_AND_PEER),
  ratio('readAll', PLAIN, 0.7),
  ratio('rebuild@1m', EMMETT, 40, COPY_IS_THE_FLOOR),
  ratio('rebuild@1m', 'copy-of-rows', 0.5),
  also('lag@1000', 'p99 as a multiple of the append p99', 3, "p99 within 3 × of the append's own"),
  ratio('lag@1000', EMMETT, 50),
  also('follower@32', 'missed', 0, 'none missed'),
  also('follower@32', 'doubled', 0, 'none delivered twice'),
  also(
    'appendDuringRebuild',
    'p99 as a multiple of that without a rebuild',
    2,
    'p99 within 2 × of that without',
    TWO_CORES,
  ),
  also(
    'dashboardQuery@10m',
    'p99 as a multiple of that at 1m',
    1.3,
    'p99 at 10 million events within 1.3 × of 1 million',
  ),
  also('memory', 'web at most', 400, 'web under 400 MB'),
  also('memory', 'worker at most', 400, 'worker under 400 MB'),
  also('memory', 'web drift after warm-up', 0.1, 'web flat: grows by less than a tenth after warm-up', STILL_WARMING),
  also('memory', 'worker drift after warm-up', 0.1, 'worker flat: grows by less than a tenth after warm-up'),
  also('rebuildEqualsLive', 'differences found', 0, 'tables that grew with the log are as if built from it at once'),
  also('crash', 'lost', 0, 'nothing acknowledged was lost'),
  also('crash', 'doubled', 0, 'nothing stands twice'),
  also('crash', 'half batches', 0, 'no batch is half there'),
  also('crash', 'rounds after which verify found something', 0, 'log and read models whole after each'),
];

export type Judged = Readonly<{ target: Target; measured: number; reached: boolean; bound: string | null }>;

const measuredOf = ({ of }: Target, result: Result): number | undefined =>
  'ratio' in of ? result.ratio[of.ratio] : result.also[of.also];

/** Each target whose workload was measured; the others have nothing to be held against. */
export const judge = ({ workloads }: Pick<Report, 'workloads'>, targets = TARGETS): readonly Judged[] =>
  targets.flatMap((target) => {
    const result = workloads[target.workload];
    const measured = result && measuredOf(target, result);
    if (measured === undefined) return [];
    const { least = -Infinity, most = Infinity } = target;
    const reached = measured >= least && measured <= most;
    return [{ target, measured, reached, bound: reached ? null : (target.bound?.(result!) ?? null) }];
  });
