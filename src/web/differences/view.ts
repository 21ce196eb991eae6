import type { PublishedDashboardRow } from '../../../projections/published-dashboards/row.js';
import type { DifferingRow, PublishedDifferencesAnswer } from '../../../projections/published-differences/query.js';
import { inWords } from '../../kernel/plain-date.js';
import { choicesOf, type Choice } from '../shell/choices.js';
import { FIELD_IN_WORDS } from './words.js';

/** One thing that disagrees; `again` is the second line about the same printed row. */
export type DifferenceLine = Readonly<{
  row: number;
  measureId: string;
  planRefs: string;
  measure: string;
  breakdown: string | null;
  again: boolean;
  field: string;
  published: string;
  computed: string;
  why: string;
}>;

export type DifferencesView = Readonly<{
  /** The month asked for; `null` is every published month. */
  period: string | null;
  choices: readonly Choice[];
  checked: number;
  /** Newest first. */
  months: readonly Readonly<{
    period: string;
    month: string;
    papers: readonly Readonly<{ publishedOn: string; source: string }>[];
    rows: number;
    lines: readonly DifferenceLine[];
  }>[];
}>;

const linesOf = ({ row, measureId, planRefs, measure, breakdown, differences }: DifferingRow): DifferenceLine[] =>
  differences.map(({ field, ...difference }, i) => ({
    row,
    measureId,
    planRefs: planRefs.join(', '),
    measure,
    breakdown,
    again: i > 0,
    field: FIELD_IN_WORDS[field],
    ...difference,
  }));

/** Every published month, or the one asked for, each with what disagrees in it. */
export const differencesView = (
  { checked, rows }: PublishedDifferencesAnswer,
  published: readonly PublishedDashboardRow[],
  period: string | null,
): DifferencesView => ({
  period,
  choices: choicesOf(
    'Every published month',
    published.map((one) => [one.period, inWords(one.period)] as const).reverse(),
    period ?? '',
  ),
  checked,
  months: published
    .filter((one) => period === null || one.period === period)
    .map((one) => {
      const differing = rows.filter((row) => row.period === one.period && row.planId === one.planId);
      const papers = one.papers.map(({ publishedOn, source }) => ({ publishedOn: inWords(publishedOn), source }));
      return {
        period: one.period,
        month: inWords(one.period),
        papers,
        rows: differing.length,
        lines: differing.flatMap(linesOf),
      };
    })
    .reverse(),
});
