import {
  ActionRuleAdopted,
  BragKeyAdopted,
  ObjectivesSet,
  PlanAdopted,
  RatingRuleAdopted,
  ThemesSet,
} from '../../src/plan/plan/events.js';
import type { RatingRule } from '../../src/kernel/rating-rule.js';
import { ACTION_RULE } from '../../test/support/action-rule.js';
import { projectionSpec } from '../../test/support/projection-spec.js';
import { planOutline } from './index.js';
import { RULE as rule } from '../../test/support/rating-rule.js';

const planId = '00000000-0000-4000-8000-000000000001';
const plan = {
  planId,
  kind: 'ofsted-improvement-plan' as const,
  title: 'Improvement plan',
  authority: 'Anytown Council',
  judgement: { label: 'Ofsted judgement', overall: 'Inadequate', publishedOn: '2017-07-07', inspectedIn: '2017-05' },
  adoptedOn: '2017-10',
};
const empty = { ...plan, objectives: [], themes: [], references: [], bragKey: [], rules: [], actionRules: [] };
const objectives = [{ number: 1, text: 'See every child on time' }];
const themes = [{ number: 2, name: 'Visits' }];
const references = [{ reference: '2a(i)', theme: 2, section: 'Visits in time' }];
const key = [{ brag: 'red' as const, means: 'Off track' }];
const ruleAdopted = (more: Partial<RatingRule> = {}) =>
  RatingRuleAdopted.of({ planId, rule: { ...rule, ...more }, adoptedOn: '2017-10-12' });

projectionSpec(planOutline, (given) => {
  it('begins with the judgement', () => given(PlanAdopted.of(plan)).thenRow(planId, empty));

  it('gains objectives, themes with their references, and a key', () =>
    given(
      PlanAdopted.of(plan),
      ObjectivesSet.of({ planId, objectives }),
      ThemesSet.of({ planId, themes, references }),
      BragKeyAdopted.of({ planId, key }),
    ).thenRow(planId, { ...empty, objectives, themes, references, bragKey: key }));

  it('shows the objectives that were set last', () =>
    given(
      PlanAdopted.of(plan),
      ObjectivesSet.of({ planId, objectives: [{ number: 1, text: 'Listen first' }] }),
      ObjectivesSet.of({ planId, objectives }),
    ).thenRow(planId, { ...empty, objectives }));

  it('may answer no judgement', () => {
    const partnership = { ...plan, kind: 'partnership-plan' as const, judgement: null };
    given(PlanAdopted.of(partnership)).thenRow(planId, { ...empty, ...partnership });
  });

  it('keeps every version of the rule for actions', () =>
    given(
      PlanAdopted.of(plan),
      ActionRuleAdopted.of({ planId, rule: ACTION_RULE, adoptedOn: '2017-10-12' }),
      ActionRuleAdopted.of({ planId, rule: { ...ACTION_RULE, version: 2 }, adoptedOn: '2017-11-12' }),
    ).thenRow(planId, { ...empty, actionRules: [ACTION_RULE, { ...ACTION_RULE, version: 2 }] }));

  it('keeps every version of the rule', () =>
    given(PlanAdopted.of(plan), ruleAdopted(), ruleAdopted({ version: 2, same: 'amber' })).thenRow(planId, {
      ...empty,
      rules: [rule, { ...rule, version: 2, same: 'amber' }],
    }));
});
