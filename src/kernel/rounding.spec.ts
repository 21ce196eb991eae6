import type { Brag } from './brag.js';
import type { Rateable, RatingRule } from './rating-rule.js';
import { allowedByRounding, isBeyond, ratingsWithinRounding } from './rounding.js';
import type { Figure, Unit } from './figure.js';
import { RULE as rule } from '../../test/support/rating-rule.js';

const nothing: Rateable = { latest: null, baseline: null, previous: null, polarity: 'lower' };

describe('rounding', () => {
  it.each<[Figure[], Unit, Figure]>([
    [['53', '48', '12'], 'percent', '1.5'],
    [['7.7', '12.1', '4.3'], 'percent', '0.15'],
    [['0.9', '1.6', '0.68'], 'days', '0.105'],
    [['8', '7', '1'], 'count', '0'],
  ])('explains for %j in %s at most %s', (printed, unit, expected) => {
    expect(allowedByRounding(printed, unit)).toBe(expected);
  });

  it('is not passed by a gap as wide as itself, in either direction', () => {
    expect(isBeyond('-1.5', '1.5')).toBe(false);
    expect(isBeyond('-1.6', '1.5')).toBe(true);
    expect(isBeyond('1.6', '1.5')).toBe(true);
  });

  it.each<[string, Partial<Rateable>, Unit, RatingRule, (Brag | null)[]]>([
    ['one answer beyond rounding', { latest: '18', previous: '23' }, 'weeks', rule, ['green']],
    ['both where figures print alike', { latest: '18', previous: '18' }, 'weeks', rule, ['green', 'red', null]],
    ['both where they lie within rounding', { latest: '18', previous: '19' }, 'weeks', rule, ['green', null]],
    ['none where counts are equal', { latest: '18', previous: '18' }, 'count', rule, [null]],
    [
      'the next reference decides only where the first may be equal',
      { latest: '64.5', baseline: '64.5', previous: '70.0' },
      'percent',
      rule,
      ['green', 'red'],
    ],
    [
      'a target that rounding can reach',
      { latest: '89', previous: '95', polarity: 'higher', target: { text: '89.4%', low: '89.4', high: null } },
      'percent',
      { ...rule, targetIgnored: false },
      ['red', 'green'],
    ],
    [
      'a target met whatever the rounding',
      { latest: '95', previous: '99', polarity: 'higher', target: { text: '90%', low: '90', high: null } },
      'percent',
      { ...rule, targetIgnored: false },
      ['green'],
    ],
  ])('leaves %s', (_case, given, unit, byRule, expected) => {
    expect(ratingsWithinRounding({ ...nothing, ...given }, unit, byRule)).toEqual(new Set(expected));
  });
});
