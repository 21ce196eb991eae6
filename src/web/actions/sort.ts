import type { BoardAction } from '../../../projections/action-board/query.js';
import { lastDayOf } from '../../kernel/due.js';

/** Of claimed colours, what needs the board first comes first. */
const URGENCY: readonly (string | null)[] = ['red', 'amber', null, 'green', 'blue'];
const LAST = '9999-12-31';
const endOf = ({ dueOn }: BoardAction): string => (dueOn && lastDayOf(dueOn)) ?? LAST;

type Order = (one: BoardAction, other: BoardAction) => number;
const byText =
  (text: (action: BoardAction) => string): Order =>
  (one, other) =>
    text(one).localeCompare(text(other), 'en-GB', { numeric: true });
const byReference = byText(({ reference }) => reference);

export const ORDERS = {
  reference: { words: 'By reference', order: byReference },
  due: { words: 'By due date', order: (one, other) => endOf(one).localeCompare(endOf(other)) },
  owner: { words: 'By owner', order: byText(({ leadRole }) => leadRole ?? '\uFFFF') },
  rating: { words: 'By claimed rating', order: (a, b) => URGENCY.indexOf(a.rating) - URGENCY.indexOf(b.rating) },
  derived: {
    words: 'By derived rating',
    order: (a, b) => URGENCY.indexOf(a.standing.derived.rating) - URGENCY.indexOf(b.standing.derived.rating),
  },
} as const satisfies Readonly<Record<string, { words: string; order: Order }>>;
export type Sort = keyof typeof ORDERS;
const isSort = (text: string): text is Sort => text in ORDERS;

/** Equal ones stay in the order of their references; an order that nobody knows is that one. */
export const sorted = (actions: readonly BoardAction[], sort: string): BoardAction[] => {
  const { order } = ORDERS[isSort(sort) ? sort : 'reference'];
  return [...actions].sort((one, other) => order(one, other) || byReference(one, other));
};
