import { NotFound } from '../../kernel/refusal.js';
import { openingMonth } from './asked.js';

const months = { first: '2017-08', last: '2017-12', all: [] };
const published = (...periods: string[]) => periods.map((period) => ({ period }));

describe('the month that opens by itself', () => {
  it.each([
    ['the newest published', ['2017-10', '2017-11'], '2017-11'],
    ['the newest with figures, before anything was published', [], '2017-12'],
    ['the newest published that has figures', ['2017-10', '2018-01'], '2017-10'],
    ['the newest with figures, when none of the published has any', ['2017-01'], '2017-12'],
  ])('is %s', (_rule, periods, month) => {
    expect(openingMonth(months, published(...periods))).toBe(month);
  });

  it('is none before the first figure, and the sentence says what to do', () => {
    expect(() => openingMonth(null, [])).toThrow(NotFound);
    expect(() => openingMonth(null, published('2017-11'))).toThrow('Record one, or import a published dashboard.');
  });
});
