import type { BoardAction } from '../../../projections/action-board/query.js';
import type { PlanOutlineRow } from '../../../projections/plan-outline/row.js';
import { BRAG } from '../../kernel/brag.js';
import { KINDS_IN_WORDS } from './words.js';

/** Each plan with how many of its actions claim which colour, and how many are overdue. */
export const plansView = (plans: readonly PlanOutlineRow[], actions: readonly BoardAction[]) => ({
  plans: plans.map(({ planId, kind, title, authority, judgement }) => {
    const own = actions.filter((action) => action.planId === planId);
    return {
      ...{ planId, title, authority, judgement, kind: KINDS_IN_WORDS[kind] },
      tally: [...BRAG, null]
        .map((rating) => ({ rating, count: own.filter((action) => action.rating === rating).length }))
        .filter(({ count }) => count > 0),
      overdue: own.filter(({ standing }) => standing.overdue).length,
      actions: own.length,
    };
  }),
});
