import type { MeasureSeriesRow } from '../../../projections/measure-series/row.js';
import type { DashboardRow } from '../../../projections/monthly-dashboard/answer.js';
import type { OneMeasureAnswer } from '../../../projections/monthly-dashboard/query.js';
import type { MonthlyDashboardRow } from '../../../projections/monthly-dashboard/row.js';
import { figureInWords } from '../../kernel/figure.js';
import { addMonths, inWords } from '../../kernel/plain-date.js';
import { lineChart, type ChartTarget, type LineChart } from '../chart/line-chart.js';
import { rowView, type RowView } from '../dashboard/row.js';
import { contradictions, figureLines, type Contradiction, type FigureLine } from './figures.js';
import { gapsOf } from './gaps.js';
import { POLARITY_IN_WORDS, RETURNED_IN_WORDS, titleOf, UNIT_IN_WORDS } from './words.js';

/** A measure's line on the dashboard of a month. */
export type Standing = Readonly<{ period: string; row: DashboardRow }>;

type Sibling = Readonly<{ id: string; breakdown: string; latest: string | null; month: string | null }>;

export type MeasureView = Readonly<{
  id: string;
  name: string;
  breakdown: string | null;
  title: string;
  theme: number;
  section: string;
  planRefs: readonly string[];
  definition: string;
  unit: string;
  polarity: string;
  source: string;
  baseline: Readonly<{ label: string; text: string }> | null;
  targets: readonly Readonly<{ text: string; from: string; until: string | null }>[];
  /** Its line on the newest dashboard; `null` before its first figure. */
  standing: Readonly<{ period: string; month: string; latest: string; since: string | null; row: RowView }> | null;
  chart: LineChart | null;
  figures: readonly FigureLine[];
  contradictions: readonly Contradiction[];
  gaps: readonly Readonly<{ months: string; reason: string | null }>[];
  siblings: readonly Sibling[];
}>;

/** Each with the last month it holds for; the newest is open-ended. */
const targetPeriods = ({ targets }: MonthlyDashboardRow): ChartTarget[] =>
  targets.map(({ from, target }, i) => {
    const next = targets[i + 1];
    return { ...target, from, until: next ? addMonths(next.from, -1) : null };
  });

const chartOf = (measure: MonthlyDashboardRow, series: readonly MeasureSeriesRow[]): LineChart | null =>
  lineChart({
    name: titleOf(measure),
    unit: measure.unit,
    points: series.map(({ period, value, corrections }) => ({ period, value, corrected: corrections.length > 0 })),
    targets: targetPeriods(measure),
    baseline: measure.baseline && { ...measure.baseline, label: 'At judgement' },
  });

const standingOf = ({ period, row }: Standing): MeasureView['standing'] => {
  const { previous, latest, text } = row;
  if (!latest || text.latest === null) return null;
  return {
    period,
    month: inWords(latest.period),
    latest: text.latest,
    since: previous && inWords(previous.period),
    row: rowView(row, period, undefined),
  };
};

const siblingOf = ({ measureId, name, breakdown, figures, unit }: MonthlyDashboardRow): Sibling => {
  const latest = figures.at(-1);
  return {
    id: measureId,
    breakdown: breakdown ?? name,
    latest: latest ? figureInWords(latest.value, unit) : null,
    month: latest ? inWords(latest.period) : null,
  };
};

/** One measure for its page. */
export const measureView = (
  { measure, siblings }: OneMeasureAnswer,
  series: readonly MeasureSeriesRow[],
  standing: Standing | null,
): MeasureView => {
  const { unit, baseline, theme, section, planRefs, definition, name, breakdown } = measure;
  return {
    id: measure.measureId,
    name,
    breakdown,
    title: titleOf(measure),
    theme,
    section,
    planRefs,
    definition,
    unit: UNIT_IN_WORDS[unit],
    polarity: POLARITY_IN_WORDS[measure.polarity],
    source: RETURNED_IN_WORDS[measure.source],
    baseline: baseline && { label: baseline.label, text: figureInWords(baseline.value, unit) },
    targets: targetPeriods(measure)
      .map(({ text, from, until }) => ({ text, from: inWords(from!), until: until && inWords(until) }))
      .reverse(),
    standing: standing && standingOf(standing),
    chart: chartOf(measure, series),
    figures: figureLines(series, unit),
    contradictions: contradictions(series, unit),
    gaps: gapsOf(measure).map(({ from, to, reason }) => ({
      months: from === to ? inWords(from) : `${inWords(from)} to ${inWords(to)}`,
      reason,
    })),
    siblings: siblings.map(siblingOf),
  };
};
