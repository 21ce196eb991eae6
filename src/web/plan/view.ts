import type { BoardAction } from '../../../projections/action-board/query.js';
import type { PlanOutlineRow } from '../../../projections/plan-outline/row.js';
import { BRAG, type Brag } from '../../kernel/brag.js';

type Tally = Readonly<{ rating: Brag | null; count: number }>;

export type PlanView = Readonly<{
  plan: PlanOutlineRow;
  themes: readonly Readonly<{
    number: number;
    name: string;
    references: readonly string[];
    actions: readonly BoardAction[];
    tally: readonly Tally[];
  }>[];
}>;

const tallyOf = (actions: readonly BoardAction[]): Tally[] =>
  [...BRAG, null]
    .map((rating) => ({ rating, count: actions.filter((action) => action.rating === rating).length }))
    .filter(({ count }) => count > 0);

export const planView = (plan: PlanOutlineRow, actions: readonly BoardAction[]): PlanView => ({
  plan,
  themes: plan.themes.map(({ number, name }) => {
    const own = actions.filter((action) => action.theme === number);
    return {
      number,
      name,
      references: plan.references.filter((r) => r.theme === number).map((r) => r.reference),
      actions: own,
      tally: tallyOf(own),
    };
  }),
});
