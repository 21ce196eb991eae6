import fc from 'fast-check';
import {
  add,
  asNumber,
  changeInWords,
  compare,
  decimals,
  Figure,
  figureInWords,
  subtract,
  type Unit,
} from './figure.js';

const whole = fc.integer({ min: -999_999_999, max: 999_999_999 });
const places = fc.integer({ min: 0, max: 6 });

/** The decimal text of `scaled / 10^places`, written by hand so that it shares no arithmetic with the code. */
const textOf = (scaled: number, digits: number): Figure => {
  const all = String(Math.abs(scaled)).padStart(digits + 1, '0');
  const sign = scaled < 0 ? '-' : '';
  return digits === 0 ? `${sign}${all}` : `${sign}${all.slice(0, -digits)}.${all.slice(-digits)}`;
};

describe('a figure', () => {
  it.each(['0', '-4', '14', '14.0', '0.68', '999999999999.999999'])('is decimal text: %s', (text) => {
    expect(Figure.safeParse(text).success).toBe(true);
  });

  it.each(['', '1e5', ' 5', '5 ', '5.', '.2', '+5', 'NaN', '1,000', '1 000', '5%', '−4', '1.2.3', '٣', '5\n'])(
    'is not %j',
    (text) => {
      expect(Figure.safeParse(text).success).toBe(false);
    },
  );

  it.each([
    ['28.6', '30.2', '-1.6'],
    ['14.0', '14.5', '-0.5'],
    ['98.3', '92.3', '6.0'],
    ['0.3', '0.1', '0.2'],
    ['5', '5.00', '0.00'],
    ['-1.5', '-1.5', '0.0'],
  ])('%s less %s is %s, to the finer of the two', (a, b, expected) => {
    expect(subtract(a, b)).toBe(expected);
  });

  it('subtracts, adds and compares as scaled integers do', () => {
    fc.assert(
      fc.property(whole, whole, places, (a, b, digits) => {
        const [first, second] = [textOf(a, digits), textOf(b, digits)];
        expect(subtract(first, second)).toBe(textOf(a - b, digits));
        expect(add(first, second)).toBe(textOf(a + b, digits));
        expect(compare(first, second)).toBe(Math.sign(a - b) + 0);
        expect(decimals(first)).toBe(digits);
      }),
    );
  });

  it('compares by value, whatever the places', () => {
    expect(compare('14.0', '14')).toBe(0);
    expect(compare('9.8', '14.5')).toBe(-1);
  });

  it('is a number in an answer', () => {
    expect(asNumber('14.0')).toBe(14);
    expect(asNumber('-0.1')).toBe(-0.1);
  });

  it.each<[Figure, Unit, string]>([
    ['57.2', 'percent', '57.2%'],
    ['14.0', 'percent', '14.0%'],
    ['18', 'weeks', '18 weeks'],
    ['1', 'weeks', '1 week'],
    ['1', 'days', '1 day'],
    ['1.0', 'days', '1.0 days'],
    ['0', 'days', '0 days'],
    ['22.5', 'cases', '22.5'],
    ['196', 'count', '196'],
    ['-3', 'count', '−3'],
  ])('%s in %s reads %s', (figure, unit, expected) => {
    expect(figureInWords(figure, unit)).toBe(expected);
  });

  it.each<[Figure, Unit, string]>([
    ['5.7', 'cases', '+5.7'],
    ['-4', 'percent', '−4 points'],
    ['1', 'percent', '+1 point'],
    ['-1', 'percent', '−1 point'],
    ['19.9', 'percent', '+19.9 points'],
    ['-5', 'weeks', '−5 weeks'],
    ['1', 'weeks', '+1 week'],
    ['0', 'percent', '0'],
    ['0.0', 'cases', '0'],
  ])('a change of %s in %s reads %s', (change, unit, expected) => {
    expect(changeInWords(change, unit)).toBe(expected);
  });
});
