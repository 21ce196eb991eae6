import type { DashboardAnswer, DashboardRow } from '../../../projections/monthly-dashboard/answer.js';
import { grouped } from '../../kernel/grouped.js';
import { addMonths, inWords } from '../../kernel/plain-date.js';
import { ATTENTION, ATTENTIONS, marksOf, type Attention } from './attention.js';
import { blockViews, sharedLines, type BlockView } from './block.js';
import { rowView, type FigureView, type RowView } from './row.js';

/** `name` is `null` where it only repeats the theme's. */
export type SectionView = Readonly<{
  name: string | null;
  rows: readonly RowView[];
  blocks: readonly BlockView[];
}>;

export type ThemeView = Readonly<{
  number: number;
  name: string;
  sections: readonly SectionView[];
  /** Characters to keep free right of the decimal point. */
  places: number;
}>;

type MonthLink = Readonly<{ period: string; words: string }>;

export type DashboardView = Readonly<{
  period: string;
  month: string;
  status: string;
  published: boolean;
  earlier: MonthLink | null;
  later: MonthLink | null;
  attention: readonly Readonly<{ kind: Attention; words: string; count: number; current: boolean }>[];
  filter: Attention | null;
  shown: number;
  total: number;
  themes: readonly ThemeView[];
}>;

const WIDEST = 8;

/** A line as it is printed: one row, or several series that share a line. */
type Line = Readonly<{ rows: readonly DashboardRow[]; marks: readonly Attention[] }>;

const linesOf = ({ rows }: DashboardAnswer): Line[] => {
  const shared = sharedLines(rows);
  const sharing = new Set([...shared.values()].flat());
  return [
    ...rows.filter((row) => !sharing.has(row)).map((row) => ({ rows: [row], marks: marksOf([row]) })),
    ...[...shared.values()].map((members) => ({ rows: members, marks: marksOf(members) })),
  ];
};

const sectionView = (name: string | null, rows: readonly DashboardRow[], period: string): SectionView => {
  const shared = sharedLines(rows);
  const sharing = new Set([...shared.values()].flat());
  const alone = rows.filter((row) => !sharing.has(row));
  return {
    name,
    rows: alone.map((row, i) => rowView(row, period, alone[i - 1])),
    blocks: blockViews(shared, period),
  };
};

/** A per cent sign is as wide as two digits; a unit in words stands smaller than they do. */
const widthOf = (figure: FigureView | null): number => {
  const { rest, unit } = figure ?? { rest: '', unit: '' };
  return Math.ceil(rest.length + (rest.includes('%') ? 1 : 0) + unit.length * 0.6);
};

const placesOf = (sections: readonly SectionView[]): number => {
  const rows = sections.flatMap((section) => section.rows);
  const widths = rows.flatMap(({ previous, latest, baseline }) => [previous, latest, baseline].map(widthOf));
  return Math.min(WIDEST, Math.max(0, ...widths));
};

const themeViews = ({ themes, period }: DashboardAnswer, rows: readonly DashboardRow[]): ThemeView[] => {
  const byTheme = grouped(rows, ({ theme }) => theme);
  return [...byTheme]
    .sort(([a], [b]) => a - b)
    .map(([number, members]) => {
      const name = themes.find((theme) => theme.number === number)?.name ?? '';
      const sections = [...grouped(members, ({ section }) => section)].map(([section, those]) =>
        sectionView(section.toLowerCase() === name.toLowerCase() ? null : section, those, period),
      );
      return { number, name, sections, places: placesOf(sections) };
    });
};

const monthLink = (period: string, months: DashboardAnswer['months']): MonthLink | null =>
  period < months.first || period > months.last ? null : { period, words: inWords(period) };

/** The answer of the log, laid out for the page. `filter` keeps only the lines that carry that mark. */
export const dashboardView = (answer: DashboardAnswer, filter: Attention | null = null): DashboardView => {
  const { period, months, publishedOn } = answer;
  const lines = linesOf(answer);
  const kept = filter ? lines.filter(({ marks }) => marks.includes(filter)) : lines;
  const keptRows = new Set(kept.flatMap(({ rows }) => rows));
  return {
    period,
    month: inWords(period),
    status: publishedOn ? `Published on ${inWords(publishedOn)}` : 'Draft, not yet published',
    published: publishedOn !== null,
    earlier: monthLink(addMonths(period, -1), months),
    later: monthLink(addMonths(period, 1), months),
    attention: ATTENTIONS.map((kind) => ({
      kind,
      words: ATTENTION[kind].words,
      count: lines.filter(({ marks }) => marks.includes(kind)).length,
      current: kind === filter,
    })),
    filter,
    shown: kept.length,
    total: lines.length,
    themes: themeViews(
      answer,
      answer.rows.filter((row) => keptRows.has(row)),
    ),
  };
};
