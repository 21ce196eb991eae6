import type { Report, Result } from './results.js';

/** What Daybook set out to reach. `ratio` is against a peer, at least; `also` is a figure of its own, at most. */
export type Target = Readonly<{
  workload: string;
  says: string;
  of: Readonly<{ ratio: string } | { also: string }>;
  least?: number;
  most?: number;
}>;

const ratio = (workload: string, peer: string, least: number): Target => ({
  ...{ workload, least, of: { ratio: peer } },
  says: `at least ${least} × ${peer}`,
});

const also = (workload: string, name: string, most: number, says: string): Target => ({
  ...{ workload, most, says, of: { also: name } },
});

const EMMETT = 'emmett-postgresql';
const PLAIN = 'plain-insert';

export const TARGETS: readonly Target[] = [
  ratio('append1@1', EMMETT, 2.2),
  ratio('append1@1', PLAIN, 0.8),
  ratio('append1@8', EMMETT, 5),
  ratio('append1@8', PLAIN, 1.25),
  ratio('append1@32', EMMETT, 11),
  ratio('append1@32', PLAIN, 2.3),
  ratio('append20@8', EMMETT, 2.6),
  ratio('append20@8', PLAIN, 0.85),
  ratio('append20@32', EMMETT, 3.4),
  ratio('append20@32', PLAIN, 1),
  ratio('readAll', PLAIN, 0.7),
  ratio('rebuild@1m', EMMETT, 40),
  ratio('rebuild@1m', 'copy-of-rows', 0.5),
  also('lag@1000', 'p99 as a multiple of the append p99', 3, "p99 within 3 × of the append's own"),
  ratio('lag@1000', EMMETT, 50),
  also('follower@32', 'missed', 0, 'none missed'),
  also('follower@32', 'doubled', 0, 'none delivered twice'),
  also('appendDuringRebuild', 'p99 as a multiple of that without a rebuild', 2, 'p99 within 2 × of that without'),
  also(
    'dashboardQuery@10m',
    'p99 as a multiple of that at 1m',
    1.3,
    'p99 at 10 million events within 1.3 × of 1 million',
  ),
  also('memory', 'web at most', 400, 'web under 400 MB'),
  also('memory', 'worker at most', 400, 'worker under 400 MB'),
  also('memory', 'web drift after warm-up', 0.1, 'web flat: grows by less than a tenth after warm-up'),
  also('memory', 'worker drift after warm-up', 0.1, 'worker flat: grows by less than a tenth after warm-up'),
  also('rebuildEqualsLive', 'differences found', 0, 'tables that grew with the log are as if built from it at once'),
  also('crash', 'lost', 0, 'nothing acknowledged was lost'),
  also('crash', 'doubled', 0, 'nothing stands twice'),
  also('crash', 'half batches', 0, 'no batch is half there'),
  also('crash', 'rounds after which verify found something', 0, 'log and read models whole after each'),
];

export type Judged = Readonly<{ target: Target; measured: number; reached: boolean }>;

const measuredOf = ({ of }: Target, result: Result): number | undefined =>
  'ratio' in of ? result.ratio[of.ratio] : result.also[of.also];

/** Each target whose workload was measured; the others have nothing to be held against. */
export const judge = ({ workloads }: Pick<Report, 'workloads'>, targets = TARGETS): readonly Judged[] =>
  targets.flatMap((target) => {
    const result = workloads[target.workload];
    const measured = result && measuredOf(target, result);
    if (measured === undefined) return [];
    const { least = -Infinity, most = Infinity } = target;
    return [{ target, measured, reached: measured >= least && measured <= most }];
  });
