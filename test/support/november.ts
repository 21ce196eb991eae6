import { parse } from 'csv-parse/sync';
import type { DashboardAnswer } from '../../projections/monthly-dashboard/answer.js';
import { dashboardRow } from '../../projections/monthly-dashboard/dashboard-row.js';
import type { MonthlyDashboardRow } from '../../projections/monthly-dashboard/row.js';
import {
  sampleDashboard,
  sampleMeasures,
  samplePlan,
  sampleSupervision,
  type SampleMeasure,
} from '../../src/demo/sample-files.js';
import type { BragLetter } from '../../src/kernel/brag.js';
import type { Arrow } from '../../src/kernel/movement.js';
import type { PrintedRow } from '../../src/kernel/printed-row.js';
import type { Target } from '../../src/kernel/target.js';

type Cells = Readonly<Record<string, string>>;

const PERIOD = '2017-11';
const csv = ({ bytes }: { bytes: Uint8Array }): Cells[] => parse(Buffer.from(bytes), { columns: true, bom: true });
const plan = samplePlan();

/** The two files of the sample council, line by line. */
export const printedRows = csv(sampleDashboard());
export const supervisionRows = csv(sampleSupervision());

const observed = (period: string, value: string) => (value ? { period, value } : null);

const orNull = (cell: string | undefined): string | null => cell || null;

const printedChange = (cells: Cells): PrintedRow['change'] =>
  cells.published_change
    ? {
        value: cells.published_change,
        text: cells.published_change_text!,
        direction: orNull(cells.published_change_direction) as Arrow | null,
      }
    : null;

const printedBaseline = (cells: Cells): PrintedRow['baseline'] =>
  cells.published_baseline_value
    ? {
        label: cells.baseline_label!,
        value: cells.published_baseline_value,
        text: cells.published_baseline_text!,
        direction: orNull(cells.published_baseline_direction) as Arrow | null,
      }
    : null;

const printedTarget = (cells: Cells): Target | null =>
  cells.target_text
    ? { text: cells.target_text, low: orNull(cells.target_low), high: orNull(cells.target_high) }
    : null;

const printedRow = (cells: Cells): PrintedRow => ({
  previous: observed(cells.previous_period!, cells.previous_value!),
  latest: observed(cells.latest_period!, cells.latest_value!),
  change: printedChange(cells),
  baseline: printedBaseline(cells),
  target: printedTarget(cells),
  rating: orNull(cells.published_rating) as BragLetter | null,
  availability: orNull(cells.availability),
  note: orNull(cells.note),
});

/** What the log would hold when only the council's printed figures had been recorded. */
const measureRow = (measure: SampleMeasure, printed: PrintedRow, measureId: string): MonthlyDashboardRow => {
  const { publishedRow, target: _target, baseline: _baseline, ...particulars } = measure;
  const { previous, latest, target, baseline, availability } = printed;
  const figures = [previous, latest].filter((figure) => figure !== null);
  return {
    ...particulars,
    measureId,
    planId: 'plan',
    order: publishedRow,
    source: 'returned',
    targets: target ? [{ from: PERIOD, target }] : [],
    baseline: baseline && { label: baseline.label, value: baseline.value },
    figures: figures.map(({ period, value }, i) => ({
      period,
      ordinal: i > 0 && period === previous?.period ? 1 : 0,
      value,
      source: `import:0123456789abcdef#dashboard!${publishedRow}`,
    })),
    unavailable: availability ? [{ period: PERIOD, reason: availability }] : [],
    corrections: [],
    revision: 0,
  };
};

const NOTHING: PrintedRow = {
  previous: null,
  latest: null,
  change: null,
  baseline: null,
  target: null,
  rating: null,
  availability: null,
  note: null,
};

const supervisionColumn = (breakdown: string) => breakdown.split(': ').at(-1)!.replaceAll(' ', '_');

const printedOf = (measure: SampleMeasure): PrintedRow => {
  const cells = printedRows.find(({ published_row }) => Number(published_row) === measure.publishedRow);
  if (cells) return printedRow(cells);
  const line = supervisionRows.find(({ published_row }) => Number(published_row) === measure.publishedRow)!;
  return { ...NOTHING, latest: observed(line.period!, line[supervisionColumn(measure.breakdown!)]!) };
};

/** The sample council's dashboard for November 2017, worked out from its printed figures alone. */
export const november: DashboardAnswer = {
  period: PERIOD,
  knownAt: null,
  planId: 'plan',
  themes: plan.themes,
  publishedOn: '2018-01-16',
  months: { first: '2017-10', last: '2017-12' },
  rows: sampleMeasures().map((measure, i) => {
    const printed = printedOf(measure);
    const published = { row: measure.publishedRow, printed };
    return dashboardRow(measureRow(measure, printed, `measure-${i + 1}`), {
      period: PERIOD,
      rules: plan.ratingRules,
      published,
    });
  }),
};
