import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { PrintedRow } from '../../src/kernel/printed-row.js';
import { dashboardRow } from './dashboard-row.js';
import type { MonthlyDashboardRow } from './row.js';

type Cells = Readonly<Record<string, string>>;
type Sample = Pick<
  MonthlyDashboardRow,
  'name' | 'breakdown' | 'section' | 'planRefs' | 'theme' | 'unit' | 'polarity' | 'definition'
> & { publishedRow: number };

const sample = (file: string) => readFileSync(new URL(`../../src/demo/barnet/${file}`, import.meta.url), 'utf8');
const cells = parse<Cells>(sample('dashboard-2017-11.csv'), { columns: true });
const measures = JSON.parse(sample('measures.json')) as Sample[];
const { ratingRules } = JSON.parse(sample('plan.json')) as { ratingRules: Parameters<typeof dashboardRow>[1]['rules'] };

const dated = (period: string, value: string) => (value ? { period, value } : null);

const printedRow = (row: Cells): PrintedRow =>
  ({
    previous: dated(row.previous_period!, row.previous_value!),
    latest: dated(row.latest_period!, row.latest_value!),
    change: row.published_change && {
      value: row.published_change,
      text: row.published_change_text,
      direction: row.published_change_direction || null,
    },
    baseline: row.published_baseline_value && {
      label: row.baseline_label,
      value: row.published_baseline_value,
      text: row.published_baseline_text,
      direction: row.published_baseline_direction || null,
    },
    target: row.target_text && { text: row.target_text, low: row.target_low || null, high: row.target_high || null },
    rating: row.published_rating || null,
    availability: row.availability || null,
    note: row.note || null,
  }) as PrintedRow;

/** What the log would hold after the council's own figures were recorded, and nothing else. */
const measureOf = (row: Cells, printed: PrintedRow): MonthlyDashboardRow => {
  const { publishedRow, ...particulars } = measures.find((one) => one.publishedRow === Number(row.published_row))!;
  const figures = [printed.previous, printed.latest].filter((figure) => figure !== null);
  return {
    ...particulars,
    measureId: row.published_row!,
    planId: 'plan',
    order: publishedRow,
    source: 'returned',
    targets: printed.target ? [{ from: '2017-11', target: printed.target }] : [],
    baseline: printed.baseline && { label: printed.baseline.label, value: printed.baseline.value },
    figures: figures.map(({ period, value }, i) => ({
      period,
      ordinal: i > 0 && period === figures[0]?.period ? 1 : 0,
      value,
      source: 'import',
    })),
    unavailable: printed.availability ? [{ period: '2017-11', reason: printed.availability }] : [],
    corrections: [],
    revision: 0,
  };
};

const rows = cells.map((row) => {
  const printed = printedRow(row);
  const published = { row: Number(row.published_row), printed };
  return { row, shown: dashboardRow(measureOf(row, printed), { period: '2017-11', rules: ratingRules, published }) };
});

type Shown = ReturnType<typeof dashboardRow>;
const text = (value: number | string | null | undefined) => (value == null ? '' : String(value));
const asNumber = (cell: string) => text(cell && Number(cell));

/** One column of the file beside the same thing on the dashboard. */
const COLUMNS: Readonly<Record<string, (shown: Shown) => string>> = {
  previous_period: ({ previous }) => text(previous?.period),
  previous_value: ({ previous }) => text(previous?.value),
  latest_period: ({ latest }) => text(latest?.period),
  latest_value: ({ latest }) => text(latest?.value),
  published_change: ({ published }) => text(published?.change),
  published_change_text: ({ published }) => text(published?.text),
  baseline_label: ({ baseline }) => text(baseline?.label),
  published_baseline_value: ({ baseline }) => text(baseline?.value),
  target_text: ({ target }) => text(target?.text),
  target_low: ({ target }) => text(target?.low),
  target_high: ({ target }) => text(target?.high),
  published_rating: ({ published }) => text(published?.rating),
  availability: ({ availability }) => text(availability),
};
const NUMBERS = /_value$|_change$|_low$|_high$/;

describe('the sample council’s dashboard of November 2017', () => {
  it.each(rows)('shows row $row.published_row figure by figure', ({ row, shown }) => {
    const names = Object.keys(COLUMNS);
    expect(names.map((name) => [name, COLUMNS[name]!(shown)])).toEqual(
      names.map((name) => [name, NUMBERS.test(name) ? asNumber(row[name]!) : row[name]]),
    );
  });

  it('has every rating that was printed, by the plan’s own rule wherever one way is better', () => {
    const rated = rows.filter(({ row }) => row.published_rating);
    expect(rated.length).toBeGreaterThan(40);
    expect(rated.map(({ shown }) => [shown.publishedRow, shown.rating])).toEqual(
      rated.map(({ row }) => [Number(row.published_row), row.published_rating]),
    );
    const asPrinted = rated.filter(({ shown }) => shown.ratingBasis === 'published');
    expect(asPrinted.map(({ shown }) => [shown.polarity, shown.breakdown])).toEqual(
      asPrinted.map(() => ['neutral', 'Requires Improvement']),
    );
  });

  it('disagrees with itself in nine rows, and nowhere else', () => {
    const found = rows.filter(({ shown }) => shown.differences.length > 0);
    expect(
      Object.fromEntries(found.map(({ shown }) => [shown.publishedRow, shown.differences.map(({ field }) => field)])),
    ).toEqual({
      35: ['change'],
      37: ['change', 'direction'],
      38: ['change', 'direction'],
      44: ['period'],
      45: ['period'],
      46: ['period'],
      47: ['period'],
      52: ['direction'],
      60: ['change', 'direction'],
    });
  });

  it('marks rows where rating and target point different ways', () => {
    const marked = rows.filter(({ shown }) => shown.attention.includes('rating-and-target-disagree'));
    expect(marked.map(({ shown }) => [shown.publishedRow, shown.rating, shown.againstTarget])).toEqual([
      [12, 'G', 'missed'],
      [13, 'R', 'met'],
      [76, 'G', 'missed'],
    ]);
  });
});
