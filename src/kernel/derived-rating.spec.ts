import { ACTION_RULE as rule } from '../../test/support/action-rule.js';
import { facts } from '../../test/support/action-facts.js';
import type { ActionFacts } from './action-facts.js';
import type { Brag } from './brag.js';
import { derive, dueSoon, moreFavourable } from './derived-rating.js';

const TODAY = '2018-01-16';

describe('the rating that the facts support', () => {
  const late = { dueOn: '2017-12-31' };
  it.each<[string, Partial<ActionFacts>, Brag | null, string[]]>([
    ['the worst that speaks against it', { ...late, moves: 3 }, 'red', []],
    ['amber where nothing speaks for red', { moves: 3 }, 'amber', []],
    ['blue when verified', { ...late, completion: 'verified' }, 'blue', ['Completion was verified with evidence']],
    ['none when withdrawn', { ...late, completion: 'withdrawn' }, null, ['Withdrawn, so not rated']],
    [
      'green before its start',
      { lastUpdateOn: null, startOn: '2018-02', moves: 3 },
      'green',
      ['Not to start before February 2018'],
    ],
  ])('is %s', (_case, given, rating, working) => {
    const derived = derive(facts(given), rule, TODAY);
    expect(derived.rating).toBe(rating);
    if (working.length > 0) expect(derived.working).toEqual(working);
    else expect(derived.working).toEqual(derived.signs.map((sign) => sign.working));
  });

  it.each(['open', 'claimed', 'verified', 'withdrawn'] as const)('is none without a rule, when %s', (completion) =>
    expect(derive(facts({ completion }), null, TODAY)).toEqual({
      rating: null,
      signs: [],
      working: ['This plan has adopted no rule for its actions'],
    }),
  );

  it.each<[Brag | null, Brag | null, boolean]>([
    ['green', 'red', true],
    ['green', 'amber', true],
    ['amber', 'red', true],
    ['blue', 'green', true],
    ['red', 'red', false],
    ['red', 'amber', false],
    ['green', 'blue', false],
    [null, 'red', false],
    ['green', null, false],
  ])('%s claimed where %s is supported: more favourable? %s', (said, supported, expected) =>
    expect(moreFavourable(said, supported)).toBe(expected),
  );

  it.each<[Partial<ActionFacts>, boolean]>([
    [{ dueOn: TODAY }, true],
    [{ dueOn: '2018-02-15' }, true],
    [{ dueOn: '2018-02-16' }, false],
    [{ dueOn: '2018-01-15' }, false],
    [{ dueOn: 'ongoing' }, false],
    [{ dueOn: null }, false],
    [{ dueOn: '2018-01-31', completion: 'verified' }, false],
  ])('%o is due soon: %s', (given, expected) => expect(dueSoon(facts(given), rule, TODAY)).toBe(expected));
});
