import { UNITS } from '../../kernel/figure.js';
import type { Cells } from '../file/cells.js';
import { planRefsOf } from '../file/plan-refs.js';
import type { PrintedSeries } from '../file/printed-series.js';

export const OUTCOMES = ['not_due', 'in_time', 'completed_out_of_timescale', 'overdue'] as const;

const NOTHING_ELSE = {
  previous: null,
  change: null,
  baseline: null,
  target: null,
  rating: null,
  availability: null,
} as const;

/** A team's row as four series; only the latest share of each is printed. */
export const supervisionSeries = (cells: Cells): PrintedSeries[] => {
  const team = cells.needed('team');
  const period = cells.month('period') ?? cells.needed('period');
  const row = {
    row: cells.row,
    printedRow: cells.whole('published_row'),
    planRefs: planRefsOf(cells),
    measure: cells.needed('measure'),
    unit: cells.oneOf('unit', UNITS),
  };
  const note = cells.text('note', 1000);
  return OUTCOMES.map((outcome) => {
    const value = cells.figure(outcome) ?? (cells.faults.length === 0 ? cells.needed(outcome) : '');
    const latest = { period, value };
    return {
      ...row,
      breakdown: `${team}: ${outcome.replaceAll('_', ' ')}`,
      printed: { ...NOTHING_ELSE, latest, note },
    };
  });
};
