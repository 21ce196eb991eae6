import type { RatingRule } from '../../src/kernel/rating-rule.js';
import { ruleInForce } from './rule-in-force.js';

const rule = (version: number, from: string): RatingRule => ({
  version,
  from,
  compareWith: ['previous'],
  better: 'green',
  worse: 'red',
  same: null,
  targetIgnored: true,
  words: 'By the previous period.',
});

describe('the rule in force', () => {
  const rules = [rule(1, '2017-07'), rule(2, '2017-10'), rule(3, '2017-10'), rule(4, '2018-04')];

  it.each([
    ['2017-06', 0],
    ['2017-07', 1],
    ['2017-09', 1],
    ['2017-10', 3],
    ['2018-03', 3],
    ['2018-04', 4],
  ])('in %s is version %i', (month, version) => {
    expect(ruleInForce(rules, month).version).toBe(version);
    expect(ruleInForce(rules.toReversed(), month).version).toBe(version);
  });

  it('rates nothing where no rule was adopted', () => {
    expect(ruleInForce([], '2017-11')).toMatchObject({ better: null, worse: null, same: null });
  });
});
