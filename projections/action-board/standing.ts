import type { MeasureFact } from '../../src/kernel/action-facts.js';
import { actionRuleInForce } from '../../src/kernel/action-rule.js';
import { notUpdated, overdue } from '../../src/kernel/action-signs.js';
import { derive, dueSoon, moreFavourable, type Derived } from '../../src/kernel/derived-rating.js';
import type { PlanOutlineRow } from '../plan-outline/row.js';
import { factsOf } from './facts.js';
import type { ActionBoardRow } from './row.js';

/** Where an action stands on a day. Time alone changes it, so it is worked out when it is asked for. */
export type Standing = Readonly<{
  /** What the facts support by the plan's rule, with the working. */
  derived: Derived;
  /** The rating claimed is more favourable than the one derived. */
  disputed: boolean;
  overdue: boolean;
  /** Within the days that the rule calls soon; never without a rule. */
  dueSoon: boolean;
  /** Somebody has said within the review cycle where it stands; also where nobody needs to. */
  updated: boolean;
  asAt: string;
}>;

export const standingOf = (
  row: ActionBoardRow,
  { actionRules }: Pick<PlanOutlineRow, 'actionRules'>,
  measures: ReadonlyMap<string, MeasureFact>,
  asAt: string,
): Standing => {
  const facts = factsOf(row, measures);
  const rule = actionRuleInForce(actionRules, asAt);
  const derived = derive(facts, rule, asAt);
  const over = row.completion === 'verified' || row.completion === 'withdrawn';
  return {
    derived,
    disputed: moreFavourable(row.rating, derived.rating),
    overdue: !over && overdue(facts, asAt) !== null,
    dueSoon: rule !== null && dueSoon(facts, rule, asAt),
    updated: over || rule === null || notUpdated(facts, rule, asAt) === null,
    asAt,
  };
};
