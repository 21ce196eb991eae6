import { BRAG_LETTERS } from '../../kernel/brag.js';
import { compare, UNITS } from '../../kernel/figure.js';
import { ARROWS } from '../../kernel/movement.js';
import type { PrintedRow } from '../../kernel/printed-row.js';
import { parseTarget } from '../../kernel/target.js';
import type { Cells } from '../file/cells.js';
import { planRefsOf } from '../file/plan-refs.js';
import type { PrintedSeries } from '../file/printed-series.js';

const figureOf = (cells: Cells, which: 'previous' | 'latest'): PrintedRow['latest'] => {
  const period = cells.month(`${which}_period`);
  const value = cells.figure(`${which}_value`);
  if (period !== null && value !== null) return { period, value };
  if (cells.faults.length === 0 && period !== value)
    cells.fault(
      `${which}_${period === null ? 'period' : 'value'}`,
      'the cell is empty. A figure and its month go together.',
    );
  return null;
};

const changeOf = (cells: Cells): PrintedRow['change'] => {
  const value = cells.figure('published_change');
  const text = cells.text('published_change_text', 100);
  const direction = cells.oneOf('published_change_direction', ARROWS);
  return value === null && text === null && direction === null ? null : { value, text, direction };
};

const baselineOf = (cells: Cells): PrintedRow['baseline'] => {
  const label = cells.text('baseline_label', 100);
  const value = cells.figure('published_baseline_value');
  const text = cells.text('published_baseline_text', 100);
  const direction = cells.oneOf('published_baseline_direction', ARROWS);
  if (label !== null && value !== null) return { label, value, text, direction };
  if (cells.faults.length === 0 && (label ?? value ?? text ?? direction) !== null)
    cells.fault(
      label === null ? 'baseline_label' : 'published_baseline_value',
      'the cell is empty. The position at the judgement needs its label and its figure.',
    );
  return null;
};

const targetOf = (cells: Cells): PrintedRow['target'] => {
  const text = cells.text('target_text');
  const low = cells.figure('target_low');
  const high = cells.figure('target_high');
  if (text === null)
    return (low ?? high) === null
      ? null
      : cells.fault('target_text', 'the cell is empty. Write the target as it was printed.');
  if (low !== null && high !== null && compare(low, high) > 0)
    return cells.fault('target_low', `${low} is more than target_high, ${high}. Write the lower one first.`);
  return (low ?? high) === null ? parseTarget(text) : { text, low, high };
};

/** What one row of a published dashboard says; figures stay as printed. */
export const dashboardSeries = (cells: Cells): PrintedSeries[] => {
  const previous = figureOf(cells, 'previous');
  const latest = figureOf(cells, 'latest');
  const availability = cells.text('availability', 500);
  if (cells.faults.length === 0 && latest === null && availability === null)
    cells.fault('latest_value', 'the cell is empty. Give the figure, or say in availability why there is none.');
  return [
    {
      row: cells.row,
      printedRow: cells.whole('published_row'),
      planRefs: planRefsOf(cells),
      measure: cells.needed('measure'),
      breakdown: cells.text('breakdown'),
      unit: cells.oneOf('unit', UNITS),
      printed: {
        previous,
        latest,
        change: changeOf(cells),
        baseline: baselineOf(cells),
        target: targetOf(cells),
        rating: cells.oneOf('published_rating', BRAG_LETTERS),
        availability,
        note: cells.text('note', 1000),
      },
    },
  ];
};
