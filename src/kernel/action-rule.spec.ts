import { ACTION_RULE } from '../../test/support/action-rule.js';
import { actionRuleInForce, ActionRule } from './action-rule.js';

const rule = (version: number, from: string): ActionRule => ({ ...ACTION_RULE, version, from });

describe('the rule for actions', () => {
  const rules = [rule(1, '2017-07-01'), rule(2, '2017-10-01'), rule(3, '2017-10-01'), rule(4, '2018-04-01')];

  it.each([
    ['2017-06-30', undefined],
    ['2017-07-01', 1],
    ['2017-09-30', 1],
    ['2017-10-01', 3],
    ['2018-03-31', 3],
    ['2018-04-01', 4],
  ])('on %s is version %s', (day, version) => {
    expect(actionRuleInForce(rules, day)?.version).toBe(version);
    expect(actionRuleInForce(rules.toReversed(), day)?.version).toBe(version);
  });

  it.each<[string, object]>([
    ['weighs something', { signs: [] }],
    ['speaks for no better colour than amber', { signs: [{ sign: 'overdue', supports: 'green' }] }],
    ['weighs only what is known', { signs: [{ sign: 'unlucky', supports: 'red' }] }],
    ['begins on a day', { from: '2017-07' }],
    ['has a review cycle of a day or more', { updateWithinDays: 0 }],
  ])('%s', (_case, changed) => expect(ActionRule.safeParse({ ...ACTION_RULE, ...changed }).success).toBe(false));
});
