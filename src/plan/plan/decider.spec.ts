import { specify } from '../../../test/support/decider-spec.js';
import { ACTION_RULE } from '../../../test/support/action-rule.js';
import { RULE } from '../../../test/support/rating-rule.js';
import { fill } from '../../event-store/command/fill.js';
import type { ActionRule } from '../../kernel/action-rule.js';
import { readEvent } from '../../kernel/event-type.js';
import type { RatingRule } from '../../kernel/rating-rule.js';
import { AdoptActionRule, AdoptBragKey, AdoptPlan, AdoptRatingRule, SetObjectives, SetThemes } from './commands.js';
import { planDecider } from './decider.js';
import {
  ActionRuleAdopted,
  BragKeyAdopted,
  ObjectivesSet,
  PLAN_KINDS,
  PlanAdopted,
  RatingRuleAdopted,
  ThemesSet,
} from './events.js';

const planId = '00000000-0000-4000-8000-000000000001';
const plan = {
  planId,
  kind: 'ofsted-improvement-plan' as const,
  title: 'Improvement plan',
  authority: 'Anytown Council',
  judgement: { label: 'Ofsted judgement', overall: 'Inadequate', publishedOn: '2017-07-07', inspectedIn: '2017-05' },
  adoptedOn: '2017-10',
};
const objectives = { planId, objectives: [{ number: 1, text: 'See every child on time' }] };
const themes = {
  planId,
  themes: [{ number: 2, name: 'Visits' }],
  references: [{ reference: '2a(i)', theme: 2, section: 'Visits in time' }],
};
const key = { planId, key: [{ brag: 'red' as const, means: 'Off track' }] };
const rule: RatingRule = { ...RULE, version: 2 };
const adoptRule = (changed: Partial<RatingRule>) =>
  fill(AdoptRatingRule, { planId, rule: { ...rule, ...changed }, adoptedOn: '2017-10-12' });
const ruleAdopted = (changed: Partial<RatingRule> = {}) =>
  RatingRuleAdopted.of({ planId, rule: { ...rule, ...changed }, adoptedOn: '2017-10-12' });

const adoptActionRule = (changed: Partial<ActionRule>) =>
  fill(AdoptActionRule, { planId, rule: { ...ACTION_RULE, version: 2, ...changed }, adoptedOn: '2017-10-12' });
const actionRuleAdopted = (changed: Partial<ActionRule> = {}) =>
  ActionRuleAdopted.of({ planId, rule: { ...ACTION_RULE, version: 2, ...changed }, adoptedOn: '2017-10-12' });

const adopted = PlanAdopted.of(plan);
const { given } = specify(planDecider);

describe('adopting a plan', () => {
  it('begins it', () => given().when(fill(AdoptPlan, plan)).then(adopted));
  it('twice is once', () => given(adopted).when(fill(AdoptPlan, plan)).thenNothing());
  it('says of which kind it is; of an older caller, the plan after the judgement', () => {
    const { kind: _, ...unsaid } = plan;
    given().when(fill(AdoptPlan, unsaid)).then(adopted);
  });
  it.each(PLAN_KINDS.filter((kind) => kind !== 'ofsted-improvement-plan'))('may answer no judgement: %s', (kind) =>
    given()
      .when(fill(AdoptPlan, { ...plan, kind, judgement: null }))
      .then(PlanAdopted.of({ ...plan, kind, judgement: null })),
  );
  it('after a judgement names it', () =>
    given()
      .when(fill(AdoptPlan, { ...plan, judgement: null }))
      .thenRefused('judgement-missing', 'judgement'));
  it('before there were other kinds was after the judgement', () => {
    const { kind: _, ...stored } = plan;
    expect(readEvent(PlanAdopted, 1, stored)).toEqual(adopted);
  });
  it('does not change it', () =>
    given(adopted)
      .when(fill(AdoptPlan, { ...plan, title: 'Another plan' }))
      .thenRefused('plan-already-adopted', 'planId'));
});

describe('a plan', () => {
  it('is given objectives', () =>
    given(adopted).when(fill(SetObjectives, objectives)).then(ObjectivesSet.of(objectives)));
  it('is given themes', () => given(adopted).when(fill(SetThemes, themes)).then(ThemesSet.of(themes)));
  it('is given a BRAG key', () => given(adopted).when(fill(AdoptBragKey, key)).then(BragKeyAdopted.of(key)));
  it('is given the same again in vain', () =>
    given(adopted, ThemesSet.of(themes), ObjectivesSet.of(objectives)).when(fill(SetThemes, themes)).thenNothing());
  it('may be given back what it had before', () => {
    const others = { planId, objectives: [{ number: 1, text: 'Listen first' }] };
    given(adopted, ObjectivesSet.of(objectives), ObjectivesSet.of(others))
      .when(fill(SetObjectives, objectives))
      .then(ObjectivesSet.of(objectives));
  });
  it('knows the theme of every plan reference', () =>
    given(adopted)
      .when(fill(SetThemes, { ...themes, references: [{ reference: '3a(i)', theme: 3, section: 'Leadership' }] }))
      .thenRefused('no-such-theme', 'references'));
  it.each([
    fill(SetObjectives, objectives),
    fill(SetThemes, themes),
    fill(AdoptBragKey, key),
    adoptRule({}),
    adoptActionRule({}),
  ])('is adopted before anything else: %o', (command) => given().when(command).thenRefused('no-such-plan', 'planId'));
});

describe('the rating rule', () => {
  it('is adopted', () => given(adopted).when(adoptRule({})).then(ruleAdopted()));
  it('of the same version and words is already so', () =>
    given(adopted, ruleAdopted()).when(adoptRule({})).thenNothing());
  it('changes with a higher version', () =>
    given(adopted, ruleAdopted())
      .when(adoptRule({ version: 3, same: 'amber' }))
      .then(ruleAdopted({ version: 3, same: 'amber' })));
  it.each([1, 2])('does not change under the used version %i', (version) =>
    given(adopted, ruleAdopted())
      .when(adoptRule({ version, same: 'amber' }))
      .thenRefused('rule-version-used', 'rule.version'),
  );
});

describe('the rule for actions', () => {
  it('is adopted', () => given(adopted).when(adoptActionRule({})).then(actionRuleAdopted()));
  it('of the same version and words is already so', () =>
    given(adopted, actionRuleAdopted()).when(adoptActionRule({})).thenNothing());
  it('changes with a higher version', () =>
    given(adopted, actionRuleAdopted())
      .when(adoptActionRule({ version: 3, movesAllowed: 1 }))
      .then(actionRuleAdopted({ version: 3, movesAllowed: 1 })));
  it('has versions of its own', () =>
    given(adopted, ruleAdopted()).when(adoptActionRule({})).then(actionRuleAdopted()));
  it.each([1, 2])('does not change under the used version %i', (version) =>
    given(adopted, actionRuleAdopted())
      .when(adoptActionRule({ version, movesAllowed: 1 }))
      .thenRefused('rule-version-used', 'rule.version'),
  );
  it('gives each sign one colour', () =>
    given(adopted)
      .when(
        adoptActionRule({
          signs: [
            { sign: 'overdue', supports: 'red' },
            { sign: 'overdue', supports: 'amber' },
          ],
        }),
      )
      .thenRefused('sign-named-twice', 'rule.signs'));
});
