import type { MeasureFact } from '../../src/kernel/action-facts.js';
import { actionRuleInForce, type ActionRule } from '../../src/kernel/action-rule.js';
import { signsOf } from '../../src/kernel/action-signs.js';
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
  dueSoon: boolean;
  /** Somebody has said within the review cycle where it stands; also where nobody needs to. */
  updated: boolean;
  asAt: string;
}>;

/** Without a rule nothing is derived; whether it is overdue is no matter of rules. */
const NO_RULE: ActionRule = {
  version: 1,
  from: '0001-01-01',
  updateWithinDays: Number.MAX_SAFE_INTEGER,
  movesAllowed: Number.MAX_SAFE_INTEGER,
  dueSoonDays: 30,
  signs: [{ sign: 'overdue', supports: 'red' }],
  words: 'This plan has adopted no rule for its actions',
};

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
  const signs = signsOf(facts, rule ?? NO_RULE, asAt);
  return {
    derived,
    disputed: moreFavourable(row.rating, derived.rating),
    overdue: !over && signs.overdue !== null,
    dueSoon: dueSoon(facts, rule ?? NO_RULE, asAt),
    updated: over || signs['not-updated'] === null,
    asAt,
  };
};
