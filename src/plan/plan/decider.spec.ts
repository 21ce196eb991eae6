import { specify } from '../../../test/support/decider-spec.js';
import { RULE } from '../../../test/support/rating-rule.js';
import { fill } from '../../event-store/command/fill.js';
import type { RatingRule } from '../../kernel/rating-rule.js';
import { AdoptBragKey, AdoptPlan, AdoptRatingRule, SetObjectives, SetThemes } from './commands.js';
import { planDecider } from './decider.js';
import { BragKeyAdopted, ObjectivesSet, PlanAdopted, RatingRuleAdopted, ThemesSet } from './events.js';

const planId = '00000000-0000-4000-8000-000000000001';
const plan = {
  planId,
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

const adopted = PlanAdopted.of(plan);
const { given } = specify(planDecider);

describe('adopting a plan', () => {
  it('begins it', () => given().when(fill(AdoptPlan, plan)).then(adopted));
  it('twice is once', () => given(adopted).when(fill(AdoptPlan, plan)).thenNothing());
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
  it.each([fill(SetObjectives, objectives), fill(SetThemes, themes), fill(AdoptBragKey, key), adoptRule({})])(
    'is adopted before anything else: %o',
    (command) => given().when(command).thenRefused('no-such-plan', 'planId'),
  );
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
