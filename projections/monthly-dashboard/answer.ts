import type { BragLetter } from '../../src/kernel/brag.js';
import type { Unit } from '../../src/kernel/figure.js';
import type { Direction, Polarity } from '../../src/kernel/movement.js';
import type { Difference } from '../../src/kernel/printed-row.js';
import type { AgainstTarget } from '../../src/kernel/target.js';
import type { Attention } from './attention.js';
import type { DashboardCorrection } from './row.js';
import type { Working } from './working.js';

export type Observed = Readonly<{ period: string; value: number }>;

/** One measure's line on the dashboard of a month: numbers for programs, and the same in words for readers. */
export type DashboardRow = Readonly<{
  /** The measure. */
  id: string;
  publishedRow: number;
  planRefs: readonly string[];
  theme: number;
  section: string;
  measure: string;
  breakdown: string | null;
  unit: Unit;
  polarity: Polarity;
  previous: Observed | null;
  latest: Observed | null;
  change: number | null;
  direction: Direction | null;
  baseline: Readonly<{ label: string; value: number }> | null;
  target: Readonly<{ text: string; low: number | null; high: number | null }> | null;
  rating: BragLetter | null;
  /** Worked out by the plan's rule, or only printed by the council. */
  ratingBasis: 'rule' | 'published' | null;
  againstTarget: AgainstTarget | null;
  attention: readonly Attention[];
  /** Why there is no figure of this month. */
  availability?: string;
  /** What the council printed, where it did; `text` is the change as it stands on the page. */
  published?: Readonly<{ change: number | null; text: string | null; rating: BragLetter | null }>;
  differences: readonly Difference[];
  working: Working;
  /** One figure a month, as precise as it was given; where a month has several, the last. */
  series: readonly Readonly<{ period: string; value: string }>[];
  /** As precise as they were given, with their unit. */
  text: Readonly<Record<'previous' | 'latest' | 'change' | 'baseline', string | null>>;
  lastCorrection: DashboardCorrection | null;
  /** Where the latest figure came from, as the log has it. */
  source: string | null;
}>;

export type DashboardAnswer = Readonly<{
  period: string;
  /** The moment that was asked for; `null` is now. */
  knownAt: string | null;
  planId: string;
  themes: readonly Readonly<{ number: number; name: string }>[];
  /** The day the month was published; `null` while it is a draft. */
  publishedOn: string | null;
  /** The first and the last month that have figures, by what is known now. */
  months: Readonly<{ first: string; last: string }>;
  /** By theme, then by place on the dashboard. */
  rows: readonly DashboardRow[];
}>;
