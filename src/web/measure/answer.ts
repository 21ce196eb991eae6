import type { MeasureSeriesRow } from '../../../projections/measure-series/row.js';
import type { OneMeasureAnswer } from '../../../projections/monthly-dashboard/query.js';
import type { MonthlyDashboardRow } from '../../../projections/monthly-dashboard/row.js';
import { asNumber } from '../../kernel/figure.js';
import type { Target } from '../../kernel/target.js';
import type { MeasureAnswer, OneMeasureAnswered } from './answers.js';

const targetAnswer = ({ text, low, high }: Target) => ({
  text,
  low: low === null ? null : asNumber(low),
  high: high === null ? null : asNumber(high),
});

/** Without what the kit keeps beside a row; figures as numbers. */
export const measureAnswer = (row: MonthlyDashboardRow): MeasureAnswer => {
  const { measureId, planId, name, breakdown, theme, section, planRefs, unit, polarity, definition, order } = row;
  const { source, baseline, targets, figures, revision } = row;
  const latest = figures.at(-1);
  return {
    ...{ measureId, planId, name, breakdown, theme, section, planRefs, unit, polarity, definition, order, source },
    baseline: baseline && { label: baseline.label, value: asNumber(baseline.value) },
    targets: targets.map(({ from, target }) => ({ from, target: targetAnswer(target) })),
    latest: latest ? { period: latest.period, value: asNumber(latest.value) } : null,
    revision,
  };
};

const figureAnswer = (figure: MeasureSeriesRow): OneMeasureAnswered['figures'][number] => {
  const { period, ordinal, value, recordedBy, role, recordedAt, source, eventId, contradicts } = figure;
  return {
    period,
    ordinal,
    value: asNumber(value),
    text: value,
    recorded: { by: recordedBy, role, at: recordedAt, source, eventId },
    contradicts: contradicts && { standing: asNumber(contradicts.standing), why: contradicts.why },
    corrections: figure.corrections.map(({ was, value: became, why, ...corrected }) => ({
      was: asNumber(was),
      value: asNumber(became),
      why,
      corrected,
    })),
  };
};

export const oneMeasureAnswer = (
  { measure, siblings }: OneMeasureAnswer,
  series: readonly MeasureSeriesRow[],
): OneMeasureAnswered => {
  const given = new Set(measure.figures.map(({ period }) => period));
  return {
    ...measureAnswer(measure),
    figures: series.map(figureAnswer),
    missing: measure.unavailable.filter(({ period }) => !given.has(period)),
    siblings: siblings.map(({ measureId, breakdown }) => ({ measureId, breakdown })),
  };
};
