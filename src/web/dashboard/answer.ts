import type { BragLetter } from '../../kernel/brag.js';
import type { Unit } from '../../kernel/figure.js';
import type { Direction, Polarity } from '../../kernel/movement.js';
import type { Difference } from '../../kernel/printed-row.js';
import type { AgainstTarget } from '../../kernel/target.js';
import type { SeriesPoint } from '../chart/series.js';

type Observed = Readonly<{ period: string; value: number }>;

/** One measure's line on the dashboard, as `GET /api/dashboard` answers it, with what the page shows beside it. */
export type DashboardRow = Readonly<{
  id: string;
  publishedRow?: number;
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
  attention: readonly string[];
  availability?: string | null;
  published?: Readonly<{ change: string | null; rating: BragLetter | null }> | null;
  differences: readonly Difference[];
  /** One sentence each; `null` where there is nothing to work out. */
  working: Readonly<Record<'change' | 'direction' | 'rating' | 'target', string | null>>;
  series: readonly SeriesPoint[];
  /** The figures as printed, with their unit and not one place more than was given. */
  text: Readonly<Record<'previous' | 'latest' | 'change' | 'baseline', string | null>>;
  lastCorrection: Readonly<{ at: string; by: string; why: string }> | null;
  source: string | null;
}>;

/** The answer to "what does the dashboard of this month say?" */
export type DashboardAnswer = Readonly<{
  period: string;
  knownAt: string | null;
  freshness: Readonly<{ position: number; recordedAt: string }> | null;
  themes: readonly Readonly<{ number: number; name: string }>[];
  /** The day the month was published; `null` while it is a draft. */
  publishedOn: string | null;
  /** The first and last month that have figures; without them the months on either side are always offered. */
  months?: Readonly<{ first: string; last: string }>;
  rows: readonly DashboardRow[];
}>;
