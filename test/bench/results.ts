import type { Spread } from './statistics.js';

export type Unit = 'events a second' | 'milliseconds' | 'megabytes';

/** What one measurement on two sides gave, one directly after the other. */
export type Pair = Readonly<{ daybook: number; peer: number }>;

/** Medians; `ratio` says how many times better Daybook was than each peer, pair by pair. */
export type Result = Readonly<{
  unit: Unit;
  daybook: number;
  peers: Readonly<Record<string, number>>;
  ratio: Readonly<Record<string, number>>;
  spread: Readonly<{
    daybook: Spread;
    peers: Readonly<Record<string, Spread>>;
    ratio: Readonly<Record<string, Spread>>;
  }>;
  /** Whatever else was counted or timed, by name. */
  also: Readonly<Record<string, number>>;
}>;

export type Results = Record<string, Result>;

export type Machine = Readonly<{
  cores: number;
  memoryGb: number;
  node: string;
  postgres: string;
  system: string;
  /** Load average over a minute when the run began: above 1 somebody else was at work too. */
  loadBefore: number;
}>;

export type Report = Readonly<{
  machine: Machine;
  settings: Readonly<Record<string, unknown>>;
  workloads: Results;
}>;
