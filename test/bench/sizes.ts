/** How much of everything. Counts are events, times are seconds. */
export type Sizes = Readonly<{
  rounds: number;
  /** The same, of what takes long each time. */
  longRounds: number;
  /** Appends: before it counts, and while it counts. */
  warmUp: number;
  seconds: number;
  readAll: number;
  rebuilds: readonly number[];
  /** What the peers rebuild: their rate does not rise with the size of the log, and a million would take half an hour. */
  peerRebuild: number;
  /** Appended to visible, and appends beside a rebuild. */
  paced: number;
  follower: number;
  peerFollower: number;
  /** A rebuild is under way all the while, so this one has to last. */
  interference: number;
  dashboards: readonly number[];
  /** Of figures that each measure has. */
  months: number;
  queries: number;
  memory: number;
  rebuildEqualsLive: number;
  /** Rounds of kill -9. */
  crashes: number;
}>;

export const SIZES = {
  full: {
    rounds: 5,
    longRounds: 3,
    warmUp: 1,
    seconds: 1.5,
    readAll: 200_000,
    rebuilds: [100_000, 1_000_000],
    peerRebuild: 20_000,
    paced: 10,
    follower: 1_000_000,
    peerFollower: 50_000,
    interference: 400_000,
    dashboards: [1_000_000, 10_000_000],
    months: 120,
    queries: 500,
    memory: 120,
    rebuildEqualsLive: 200_000,
    crashes: 20,
  },
  quick: {
    rounds: 2,
    longRounds: 1,
    warmUp: 0.3,
    seconds: 0.4,
    readAll: 20_000,
    rebuilds: [100_000],
    peerRebuild: 2_000,
    paced: 3,
    follower: 40_000,
    peerFollower: 4_000,
    interference: 200_000,
    dashboards: [100_000, 1_000_000],
    months: 120,
    queries: 100,
    memory: 20,
    rebuildEqualsLive: 20_000,
    crashes: 2,
  },
  tiny: {
    rounds: 1,
    longRounds: 1,
    warmUp: 0.05,
    seconds: 0.2,
    readAll: 400,
    rebuilds: [2_000],
    peerRebuild: 200,
    paced: 0.5,
    follower: 2_000,
    peerFollower: 400,
    interference: 2_000,
    dashboards: [2_000, 3_000],
    months: 12,
    queries: 5,
    memory: 2,
    rebuildEqualsLive: 2_000,
    crashes: 1,
  },
} as const satisfies Record<string, Sizes>;

export type SizeName = keyof typeof SIZES;

/** `100000` → `100k`, `1000000` → `1m` */
export const shortCount = (count: number): string => {
  if (count >= 1_000_000) return `${count / 1_000_000}m`;
  return count >= 1_000 ? `${count / 1_000}k` : String(count);
};
