import fc from 'fast-check';
import { subtract } from './figure.js';
import { arrowOf, Band, movement, type Comparison, type Direction } from './movement.js';

const band = { low: '12', high: '16' };

describe('a movement', () => {
  it.each<[Comparison, string, Direction]>([
    [{ previous: '23', latest: '15', polarity: 'higher' }, '-8', 'worse'],
    [{ previous: '37.3', latest: '57.2', polarity: 'higher' }, '19.9', 'better'],
    [{ previous: '16.8', latest: '22.5', polarity: 'lower' }, '5.7', 'worse'],
    [{ previous: '30.2', latest: '28.6', polarity: 'lower' }, '-1.6', 'better'],
    [{ previous: '14', latest: '14.0', polarity: 'lower' }, '0.0', 'same'],
    [{ previous: '41', latest: '56', polarity: 'neutral' }, '15', 'neutral'],
    [{ previous: '41', latest: '41', polarity: 'neutral' }, '0', 'neutral'],
    [{ previous: '22.5', latest: '16.8', polarity: 'band', band }, '-5.7', 'better'],
    [{ previous: '9.8', latest: '11', polarity: 'band', band }, '1.2', 'better'],
    [{ previous: '15', latest: '17', polarity: 'band', band }, '2', 'worse'],
    [{ previous: '12', latest: '16', polarity: 'band', band }, '4', 'same'],
    [{ previous: '11', latest: '17', polarity: 'band', band }, '6', 'same'],
    [{ previous: '22.5', latest: '16.8', polarity: 'band' }, '-5.7', 'neutral'],
  ])('%j is %s, %s', (comparison, change, direction) => {
    expect(movement(comparison)).toEqual({ change, direction });
  });

  it('turns round when the two figures change places', () => {
    const turned = { better: 'worse', worse: 'better', same: 'same', neutral: 'neutral' } as const;
    const figure = fc.integer({ min: 0, max: 400 }).map((tenths) => subtract((tenths / 10).toFixed(1), '0'));
    fc.assert(
      fc.property(figure, figure, fc.constantFrom('higher', 'lower', 'band', 'neutral'), (a, b, polarity) => {
        const forward = movement({ previous: a, latest: b, polarity, band });
        const back = movement({ previous: b, latest: a, polarity, band });
        expect(back.direction).toBe(turned[forward.direction]);
        expect(arrowOf(back.change)).toBe({ up: 'down', down: 'up', none: 'none' }[arrowOf(forward.change)]);
      }),
    );
  });

  it('knows no band that ends before it begins', () => {
    expect(Band.safeParse({ low: '16', high: '12' }).success).toBe(false);
    expect(Band.safeParse(band).success).toBe(true);
  });
});
