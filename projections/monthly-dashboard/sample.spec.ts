import { november, printedRows } from '../../test/support/november.js';
import type { DashboardRow } from './answer.js';

const rows = printedRows.map((row) => {
  const shown = november.rows.find(({ publishedRow }) => publishedRow === Number(row.published_row))!;
  return { row, shown };
});

const text = (value: number | string | null | undefined) => (value == null ? '' : String(value));
const asNumber = (cell: string) => text(cell && Number(cell));

/** One column of the file beside the same thing on the dashboard. */
const COLUMNS: Readonly<Record<string, (shown: DashboardRow) => string>> = {
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
