import type { DashboardRow } from '../../../projections/monthly-dashboard/answer.js';
import { grouped } from '../../kernel/grouped.js';
import { capital } from '../../kernel/words.js';
import { markWords, marksOf } from './attention.js';
import { figureView, ratingView, type FigureView, type RatingView } from './row.js';

export type BlockCell = Readonly<{
  id: string;
  figure: FigureView | null;
  rating: RatingView | null;
  reason: string | null;
}>;
export type BlockLine = Readonly<{
  name: string;
  publishedRow: number;
  cells: readonly BlockCell[];
  marks: readonly string[];
}>;

/** Several series that the council prints on one line: a line per team, a column per share. */
export type BlockView = Readonly<{
  measure: string;
  planRefs: string;
  columns: readonly string[];
  lines: readonly BlockLine[];
  marked: boolean;
}>;

/** `Duty & Assessment: in time` → the line and the column it stands in. */
const placeOf = ({ breakdown }: DashboardRow): [string, string] => {
  const [name = '', column = ''] = (breakdown ?? '').split(/: (?=[^:]*$)/);
  return [name, column];
};

/** The order in which councils print how supervision stands; other columns keep the order they come in. */
const PRINTED_ORDER = ['not due', 'in time', 'completed out of timescale', 'overdue'];
const inPrintedOrder = (columns: readonly string[]): string[] =>
  [...columns].sort((a, b) => PRINTED_ORDER.indexOf(a) - PRINTED_ORDER.indexOf(b));

const areOneLine = (members: readonly DashboardRow[]): boolean =>
  members.length > 1 && members.every((row) => row.measure === members[0]!.measure && placeOf(row)[1] !== '');

/** Rows that share a line with others, printed or to be printed, by that line; all other rows stand alone. */
export const sharedLines = (rows: readonly DashboardRow[]): Map<number, DashboardRow[]> =>
  new Map([...grouped(rows, (row) => row.publishedRow)].filter(([, members]) => areOneLine(members)));

const cellOf = (row: DashboardRow | undefined, period: string): BlockCell => {
  if (!row) return { id: '', figure: null, rating: null, reason: null };
  const older = row.latest && row.latest.period !== period ? row.latest.period : null;
  return {
    id: row.id,
    figure: figureView(row.text.latest, older),
    rating: ratingView(row),
    reason: row.latest ? null : (row.availability ?? 'no figure yet'),
  };
};

/** One block per measure, in printed order. */
export const blockViews = (lines: ReadonlyMap<number, readonly DashboardRow[]>, period: string): BlockView[] => {
  const byMeasure = grouped(lines, ([, members]) => members[0]!.measure);
  return [...byMeasure].map(([measure, printed]) => {
    const columns = inPrintedOrder([
      ...new Set(printed.flatMap(([, members]) => members.map((row) => placeOf(row)[1]))),
    ]);
    return {
      measure,
      planRefs: printed[0]![1][0]!.planRefs.join(', '),
      columns: columns.map(capital),
      marked: printed.some(([, members]) => markWords(marksOf(members)).length > 0),
      lines: printed.map(([publishedRow, members]) => ({
        publishedRow,
        name: placeOf(members[0]!)[0],
        cells: columns.map((column) =>
          cellOf(
            members.find((row) => placeOf(row)[1] === column),
            period,
          ),
        ),
        marks: markWords(marksOf(members)),
      })),
    };
  });
};
