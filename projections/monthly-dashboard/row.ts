import type { EventOf } from '../../src/kernel/event-type.js';
import type { Target } from '../../src/kernel/target.js';
import type { MeasureDefined } from '../../src/measures/measure/events.js';
import { versionedTable } from '../kit/versioned-table.js';

export type DashboardFigure = Readonly<{ period: string; ordinal: number; value: string; source: string }>;

export type DashboardCorrection = Readonly<{
  period: string;
  ordinal: number;
  was: string;
  value: string;
  why: string;
  by: string;
  at: string;
}>;

/** All that a measure's line needs in any month. */
export type MonthlyDashboardRow = EventOf<typeof MeasureDefined>['data'] & {
  /** By the month from which each is in force. */
  targets: { from: string; target: Target }[];
  baseline: { label: string; value: string } | null;
  /** By month, and within a month in the order they came. */
  figures: DashboardFigure[];
  /** By month. */
  unavailable: { period: string; reason: string }[];
  /** In the order they were made. */
  corrections: DashboardCorrection[];
  /** Revision of the measure's stream: what an edit form was looking at. */
  revision: number;
};

export const monthlyDashboardTable = versionedTable<MonthlyDashboardRow>('monthly-dashboard', 1, {
  measureId: { type: 'uuid' },
  planId: { type: 'uuid' },
  name: { type: 'text' },
  breakdown: { type: 'text', nullable: true },
  section: { type: 'text' },
  theme: { type: 'int' },
  planRefs: { type: 'jsonb' },
  unit: { type: 'text' },
  polarity: { type: 'text' },
  definition: { type: 'text' },
  order: { type: 'int' },
  source: { type: 'text' },
  targets: { type: 'jsonb' },
  baseline: { type: 'jsonb', nullable: true },
  figures: { type: 'jsonb' },
  unavailable: { type: 'jsonb' },
  corrections: { type: 'jsonb' },
  revision: { type: 'int' },
});
