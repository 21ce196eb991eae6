import type { BoardAction } from '../../../../projections/action-board/query.js';
import { lastDayOf } from '../../../kernel/due.js';
import { daysBetween } from '../../../kernel/plain-date.js';
import type { MonthEnd } from '../by-month/month-ends.js';

/** From the last day of one date to that of another; null where one of them has no end. */
export const daysMoved = (from: string | null, to: string | null): number | null => {
  const [first, last] = [from && lastDayOf(from), to && lastDayOf(to)];
  if (!first || !last) return null;
  return first <= last ? daysBetween(first, last) : -daysBetween(last, first);
};

export type Slippage = Readonly<{
  month: string;
  /** Actions whose first date and date in force both have an end. */
  dated: number;
  /** Of those, how many stand at another day than the first. */
  moved: number;
  /** Over all of them; earlier dates count less. */
  days: number;
}>;

/** The date that was in force at the end of a day: the last move recorded by then, or the first date. */
const dueAt = ({ firstDueOn, moves }: BoardAction, day: string): string | null =>
  moves.filter(({ movedOn }) => movedOn <= day).at(-1)?.to ?? firstDueOn;

/** How far the dates in force stood from the first ones, at the end of each month. Withdrawn actions are left out. */
export const slippageAt = (actions: readonly BoardAction[], ends: readonly MonthEnd[]): Slippage[] =>
  ends.map(({ month, day }) => {
    const there = actions.filter(({ raisedOn, completion }) => raisedOn <= day && completion !== 'withdrawn');
    const days = there.flatMap((action) => daysMoved(action.firstDueOn, dueAt(action, day)) ?? []);
    return {
      ...{ month, dated: days.length, moved: days.filter((by) => by !== 0).length },
      days: days.reduce((sum, by) => sum + by, 0),
    };
  });
