import type { Sizes } from '../sizes.js';
import { appendDuringRebuild } from './append-during-rebuild.js';
import { appends } from './append.js';
import { crash } from './crash.js';
import { dashboardQuery } from './dashboard-query.js';
import { follower } from './follower.js';
import { lag } from './lag.js';
import { memory } from './memory.js';
import { readAll } from './read-all.js';
import { rebuildEqualsLive } from './rebuild-equals-live.js';
import { rebuilds } from './rebuild.js';
import type { Workload } from './workload.js';

/** Everything that is measured, in this order. */
export const workloads = (sizes: Sizes): readonly Workload[] => [
  appends,
  readAll,
  ...rebuilds(sizes.rebuilds),
  lag,
  follower,
  appendDuringRebuild,
  dashboardQuery,
  memory,
  rebuildEqualsLive,
  crash,
];
