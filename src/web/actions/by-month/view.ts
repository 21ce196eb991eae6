import type { BoardAction } from '../../../../projections/action-board/query.js';
import type { PlanOutlineRow } from '../../../../projections/plan-outline/row.js';
import { inWords } from '../../../kernel/plain-date.js';
import { lineChart, type LineChart } from '../../chart/line-chart.js';
import type { MonthEnd } from './month-ends.js';
import { share, tallyOf, type Tally } from './tally.js';

/** The board as it was known at the end of a month. */
export type MonthBoard = Readonly<{ end: MonthEnd; actions: readonly BoardAction[] }>;
type Line = Readonly<{ month: string; tally: Tally; share: string | null }>;
type Group = Readonly<{ name: string; lines: readonly Line[]; now: Tally; share: string | null }>;

export type ByMonthView = Readonly<{
  lines: readonly Line[];
  chart: LineChart | null;
  themes: readonly Group[];
  owners: readonly Group[];
  /** What is claimed better than the facts at the end, with the owner's answer. */
  disputes: readonly BoardAction[];
}>;

const linesOf = (boards: readonly MonthBoard[], of: (action: BoardAction) => boolean): Line[] =>
  boards.map(({ end, actions }) => {
    const tally = tallyOf(actions.filter(of));
    return { month: inWords(end.month), tally, share: share(tally) };
  });

const groupsBy = (
  boards: readonly MonthBoard[],
  names: readonly (readonly [name: string, of: (action: BoardAction) => boolean])[],
): Group[] =>
  names.flatMap(([name, of]) => {
    const lines = linesOf(boards, of);
    const last = lines.at(-1);
    return last && lines.some(({ tally }) => tally.weighed > 0)
      ? [{ name, lines, now: last.tally, share: last.share }]
      : [];
  });

/** How the ratings stood at the end of each month, and how often they claimed more than the facts supported. */
export const byMonthView = (plan: Pick<PlanOutlineRow, 'themes'>, boards: readonly MonthBoard[]): ByMonthView => {
  const lines = linesOf(boards, () => true);
  const points = boards.flatMap(({ end }, i) => {
    const value = lines[i]!.share;
    return value === null ? [] : [{ period: end.month, value }];
  });
  const owners = [...new Set(boards.flatMap(({ actions }) => actions.map(({ leadRole }) => leadRole)))].sort();
  return {
    lines,
    chart: lineChart({ name: 'Claimed better than the facts', unit: 'percent', points, targets: [], baseline: null }),
    themes: groupsBy(
      boards,
      plan.themes.map(
        ({ number, name }) => [`${number} ${name}`, ({ theme }: BoardAction) => theme === number] as const,
      ),
    ),
    owners: groupsBy(
      boards,
      owners.map((role) => [role ?? 'Nobody named', ({ leadRole }: BoardAction) => leadRole === role] as const),
    ),
    disputes: (boards.at(-1)?.actions ?? []).filter(({ standing }) => standing.disputed),
  };
};
