import type { Actor } from '../../src/kernel/decider.js';
import { versionedTable } from '../kit/versioned-table.js';

/** One correction of a figure: what it was, what it became, and on whose word. */
export type Correction = Readonly<{
  was: string;
  value: string;
  why: string;
  by: string;
  role: Actor['role'];
  at: string;
  source: string;
  eventId: string;
}>;

export type MeasureSeriesRow = {
  measureId: string;
  period: string;
  /** Place among the figures of the month, from 0. */
  ordinal: number;
  /** As it stands now, as precise as it was given. */
  value: string;
  recordedBy: string;
  role: Actor['role'];
  recordedAt: string;
  source: string;
  /** The event that gave it, as the audit trail shows it. */
  eventId: string;
  /** The figure that stood before this one was given for the same month, and why both are kept. */
  contradicts: { standing: string; why: string } | null;
  /** Oldest first. */
  corrections: Correction[];
};

export const measureSeriesTable = versionedTable<MeasureSeriesRow>(
  'measure-series',
  1,
  {
    measureId: { type: 'uuid' },
    period: { type: 'text' },
    ordinal: { type: 'int' },
    value: { type: 'text' },
    recordedBy: { type: 'text' },
    role: { type: 'text' },
    recordedAt: { type: 'text' },
    source: { type: 'text' },
    eventId: { type: 'text' },
    contradicts: { type: 'jsonb', nullable: true },
    corrections: { type: 'jsonb' },
  },
  [{ name: 'by_measure', columns: ['measureId'] }],
);
