import type { BoardAction } from '../../../../projections/action-board/query.js';
import { inWords } from '../../../kernel/plain-date.js';
import type { MonthEnd } from '../by-month/month-ends.js';
import { lineChart, type LineChart } from '../../chart/line-chart.js';
import { daysMoved, slippageAt, type Slippage } from './slippage.js';

/** One moved date. `days` is negative where it was brought forward, and null where one date has no end. */
export type LedgerLine = Readonly<{
  action: Pick<BoardAction, 'actionId' | 'reference' | 'title' | 'theme' | 'leadRole' | 'firstDueOn'>;
  ordinal: number;
  from: string;
  to: string;
  days: number | null;
  agreedBy: string;
  why: string;
  movedOn: string;
}>;

export type DueDatesView = Readonly<{
  ledger: readonly LedgerLine[];
  slippage: readonly (Slippage & Readonly<{ words: string }>)[];
  chart: LineChart | null;
  /** One sentence on how far the plan has moved. */
  summary: string;
}>;

/** Newest move first. */
export const ledgerOf = (actions: readonly BoardAction[]): LedgerLine[] =>
  actions
    .flatMap(({ moves, ...action }) =>
      moves.map((move, i) => ({ action, ordinal: i + 1, ...move, days: daysMoved(move.from, move.to) })),
    )
    .sort((one, other) => other.movedOn.localeCompare(one.movedOn) || other.ordinal - one.ordinal);

const many = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

const summaryOf = (last: Slippage | undefined): string => {
  if (!last || last.dated === 0) return 'No action has a due date with an end.';
  if (last.moved === 0)
    return `Of ${many(last.dated, 'action')} with a date, none stands at another day than at first.`;
  const by = last.days < 0 ? `${many(-last.days, 'day')} earlier` : `${many(last.days, 'day')} later`;
  return `Of ${many(last.dated, 'action')} with a date, ${last.moved} ${last.moved === 1 ? 'stands' : 'stand'} at another day than at first: together ${by}.`;
};

export const dueDatesView = (actions: readonly BoardAction[], ends: readonly MonthEnd[]): DueDatesView => {
  const slippage = slippageAt(actions, ends);
  const points = slippage.map(({ month, days }) => ({ period: month, value: String(days) }));
  return {
    ledger: ledgerOf(actions),
    slippage: slippage.map((line) => ({ ...line, words: inWords(line.month) })),
    chart: lineChart({
      name: 'Days from the first dates, over all actions',
      unit: 'count',
      points,
      targets: [],
      baseline: null,
    }),
    summary: summaryOf(slippage.at(-1)),
  };
};
