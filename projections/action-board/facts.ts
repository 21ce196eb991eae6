import type { ActionFacts, MeasureFact } from '../../src/kernel/action-facts.js';
import { figureInWords } from '../../src/kernel/figure.js';
import type { RatingRule } from '../../src/kernel/rating-rule.js';
import { monthOf } from '../monthly-dashboard/reading.js';
import type { MonthlyDashboardRow } from '../monthly-dashboard/row.js';
import type { ActionBoardRow } from './row.js';

const MET = { met: true, missed: false } as const;

/** What the latest figure by that month says: against its target, and against the figure before it. */
export const measureFact = (measure: MonthlyDashboardRow, month: string, rules: readonly RatingRule[]): MeasureFact => {
  const { latest, previous, target, moved, against } = monthOf(measure, month, rules);
  const words = (figure: { value: string } | null): string => (figure ? figureInWords(figure.value, measure.unit) : '');
  const { direction = 'neutral' } = moved ?? {};
  return {
    name: measure.breakdown ? `${measure.name}, ${measure.breakdown}` : measure.name,
    onTarget: against && MET[against],
    direction: direction === 'neutral' ? null : direction,
    against: target && `${words(latest)}, target ${target.text}`,
    moved: moved && `from ${words(previous)} to ${words(latest)}`,
  };
};

/** What is known of an action, as the rule asks for it; a measure that is not known yet is left out. */
export const factsOf = (row: ActionBoardRow, measures: ReadonlyMap<string, MeasureFact>): ActionFacts => ({
  startOn: row.startOn,
  dueOn: row.dueOn,
  firstDueOn: row.firstDueOn,
  moves: row.moves.length,
  raisedOn: row.raisedOn,
  lastUpdateOn: row.lastUpdateOn,
  steps: row.steps.filter(({ dropped }) => !dropped),
  measures: row.measureIds.flatMap((id) => measures.get(id) ?? []),
  completion: row.completion,
  claimedOn: row.claim?.asAt ?? null,
  evidence: row.evidence.filter(({ withdrawn }) => !withdrawn).length,
});
