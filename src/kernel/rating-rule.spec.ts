import { RULE } from '../../test/support/rating-rule.js';
import { rate, RatingRule, type Rateable, type Rated } from './rating-rule.js';

const rule = RatingRule.parse(RULE);

const facts = (given: Partial<Rateable>): Rateable => ({
  latest: null,
  baseline: null,
  previous: null,
  polarity: 'lower',
  ...given,
});

describe('the rating rule', () => {
  it.each<[string, Rateable, RatingRule, Rated]>([
    [
      'holds the figure against the judgement first',
      facts({ latest: '28.6', baseline: '28.3', previous: '30.2' }),
      rule,
      {
        rating: 'red',
        comparedWith: 'baseline',
        working: '28.6 against 28.3 at the judgement: higher, and lower is better, so red',
      },
    ],
    [
      'goes to the previous period where the judgement gave no figure',
      facts({ latest: '17', previous: '14', polarity: 'higher', unit: 'percent' }),
      rule,
      {
        rating: 'green',
        comparedWith: 'previous',
        working: '17% against 14% in the previous period: higher, and higher is better, so green',
      },
    ],
    [
      'goes to the previous period where the judgement is equal',
      facts({ latest: '64.5', baseline: '64.5', previous: '64.6', unit: 'percent' }),
      rule,
      {
        rating: 'green',
        comparedWith: 'previous',
        working:
          '64.5% is no better and no worse than at the judgement; 64.5% against 64.6% in the previous period: lower, and lower is better, so green',
      },
    ],
    [
      'follows its own order',
      facts({ latest: '28.6', baseline: '28.3', previous: '30.2' }),
      { ...rule, compareWith: ['previous'] },
      {
        rating: 'green',
        comparedWith: 'previous',
        working: '28.6 against 30.2 in the previous period: lower, and lower is better, so green',
      },
    ],
    [
      'may leave an unchanged figure unrated',
      facts({ latest: '7', baseline: '7', previous: '7' }),
      rule,
      {
        rating: null,
        comparedWith: 'previous',
        working: '7 is no better and no worse than at the judgement or in the previous period, so not rated',
      },
    ],
    [
      'may colour an unchanged figure',
      facts({ latest: '7', previous: '7' }),
      { ...rule, same: 'amber' },
      {
        rating: 'amber',
        comparedWith: 'previous',
        working: '7 is no better and no worse than in the previous period, so amber',
      },
    ],
    [
      'moves towards a band',
      facts({ latest: '13', previous: '9.8', polarity: 'band', band: { low: '12', high: '16' } }),
      rule,
      {
        rating: 'green',
        comparedWith: 'previous',
        working: '13 against 9.8 in the previous period: higher, and nearer to the target is better, so green',
      },
    ],
    [
      'has nothing to say without anything to compare with',
      facts({ latest: '12' }),
      rule,
      { rating: null, comparedWith: null, working: '12 has nothing to be compared with, so not rated' },
    ],
    [
      'has nothing to say without a figure',
      facts({ previous: '12' }),
      rule,
      { rating: null, comparedWith: null, working: 'There is no figure, so not rated' },
    ],
    [
      'never rates a neutral measure',
      facts({ latest: '56', previous: '41', polarity: 'neutral' }),
      rule,
      { rating: null, comparedWith: null, working: 'Neither higher nor lower is better, so not rated by rule' },
    ],
    [
      'does not rate towards a band that is not known',
      facts({ latest: '13', previous: '9.8', polarity: 'band' }),
      rule,
      { rating: null, comparedWith: null, working: 'The band to be inside is not known, so not rated by rule' },
    ],
    [
      'ignores the target where it says so',
      facts({ latest: '14.5', baseline: '9.8', target: { text: '12 to 16', low: '12', high: '16' } }),
      rule,
      {
        rating: 'red',
        comparedWith: 'baseline',
        working: '14.5 against 9.8 at the judgement: higher, and lower is better, so red',
      },
    ],
    [
      'takes a met target as better where it does not ignore it',
      facts({ latest: '14.5', baseline: '9.8', target: { text: '12 to 16', low: '12', high: '16' } }),
      { ...rule, targetIgnored: false },
      { rating: 'green', comparedWith: null, working: '14.5 meets the target 12 to 16, so green' },
    ],
  ])('%s', (_case, given, byRule, expected) => {
    expect(rate(given, byRule)).toEqual(expected);
  });

  it('compares with something', () => {
    expect(RatingRule.safeParse({ ...rule, compareWith: [] }).success).toBe(false);
  });
});
