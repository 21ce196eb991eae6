import fc from 'fast-check';
import { RULE } from '../../test/support/rating-rule.js';
import type { Figure } from './figure.js';
import { type Arrow, POLARITIES } from './movement.js';
import { differencesOf, PrintedRow, type Difference, type Reading } from './printed-row.js';

const reading: Reading = { unit: 'percent', polarity: 'higher', rule: RULE };

const row = (previous: Figure, latest: Figure, more: Partial<PrintedRow> = {}): PrintedRow => ({
  previous: { period: '2017-10', value: previous },
  latest: { period: '2017-11', value: latest },
  change: null,
  baseline: null,
  target: null,
  rating: null,
  availability: null,
  note: null,
  ...more,
});
const change = (value: Figure, text: string | null, direction: Arrow | null = null) => ({
  change: { value, text, direction },
});
const baseline = (value: Figure, direction: Arrow | null) => ({
  baseline: { label: 'Ofsted judgement', value, text: null, direction },
});

describe('a printed row', () => {
  it.each<[string, PrintedRow, Partial<Reading>, Difference['field'][]]>([
    ['agrees with itself', row('69', '67', change('-2', '-2', 'down')), {}, []],
    ['may be rounded', row('7.7', '12.1', change('4.3', '+4.3', 'up')), {}, []],
    ['may be rounded three times over', row('9', '17', change('9', '+9%', 'up')), {}, []],
    ['may print no sign', row('23', '18', change('5', '5 weeks', 'down')), { unit: 'weeks' }, []],
    ['may print no text', row('23', '18', change('-5', null)), { unit: 'weeks' }, []],
    ['may print a true minus', row('23', '18', change('5', '−5', 'down')), {}, []],
    ['may print its change finer than its figures', row('0.9', '1.6', change('0.68', '0.68')), { unit: 'days' }, []],
    ['prints a wrong change', row('53', '48', change('-12', '-12%', 'down')), {}, ['change']],
    ['prints a wrong sign and arrow', row('31', '28', change('3', '+3%', 'up')), {}, ['change', 'direction']],
    ['prints only the arrow wrong', row('71', '60', change('11', '11%', 'up')), {}, ['direction']],
    ['counts exactly', row('8', '7', change('1', '+1', 'up')), { unit: 'count' }, ['change', 'direction']],
    ['has one case too many', row('8', '7', change('-2', '-2', 'down')), { unit: 'count' }, ['change']],
    ['may be one point out where rounded', row('8', '7', change('-2', '-2', 'down')), {}, []],
    ['may hide a small move the other way', row('8', '7', change('0', '0', 'up')), {}, []],
    [
      'shows an arrow where a count stood still',
      row('8', '8', change('0', '0', 'up')),
      { unit: 'count' },
      ['direction'],
    ],
    ['may show an arrow where a rounded figure stood still', row('8', '8', change('0', '0', 'up')), {}, []],
    ['shows no arrow where it moved', row('20', '28', change('8', '+8', 'none')), {}, ['direction']],
    ['may draw a level arrow from a rounded change', row('10.0', '10.4', change('0', '0', 'none')), {}, []],
    ['may print a percentage change of a count', row('50', '25', change('-50', '-50%')), { unit: 'count' }, []],
    [
      'prints one month twice',
      row('48', '31', { latest: { period: '2017-10', value: '31' } }),
      { unit: 'count' },
      ['period'],
    ],
    ['prints its months backwards', row('4', '3', { latest: { period: '2017-09', value: '3' } }), {}, ['period']],
    ['points the right way from the judgement', row('70', '64', baseline('53', 'up')), {}, []],
    ['points the wrong way from the judgement', row('70', '64', baseline('53', 'down')), {}, ['baseline-direction']],
    ['may stand level with the judgement', row('64.6', '64.5', baseline('64.5', 'none')), {}, []],
    ['is rated by the rule', row('70', '64', { rating: 'R' }), {}, []],
    ['is rated against the rule', row('70', '64', { rating: 'G' }), {}, ['rating']],
    ['is rated by a finer figure than it prints', row('64', '64', { ...baseline('64', null), rating: 'R' }), {}, []],
    ['is rated though neutral', row('41', '56', { rating: 'G' }), { polarity: 'neutral' }, []],
    ['is rated with nothing to compare', { ...row('1', '2', { rating: 'G' }), previous: null }, {}, []],
    ['prints nothing', { ...row('1', '2'), previous: null, latest: null }, {}, []],
  ])('%s', (_case, printed, more, expected) => {
    const found = differencesOf(PrintedRow.parse(printed), { ...reading, ...more });
    expect(found.map((difference) => difference.field)).toEqual(expected);
  });

  it('shows its working', () => {
    const printed = row('53', '48', { ...change('-12', '-12%', 'up'), ...baseline('54', 'up'), rating: 'G' });
    expect(differencesOf(printed, reading)).toEqual([
      {
        field: 'change',
        published: '-12%',
        computed: '−5 points',
        why: '48% less 53% is −5 points; -12% was printed. Rounding explains at most 1.5.',
      },
      {
        field: 'direction',
        published: 'up',
        computed: 'down',
        why: 'From 53% to 48% is down; the printed arrow says up.',
      },
      {
        field: 'rating',
        published: 'green',
        computed: 'red',
        why: '48% against 54% at the judgement: lower, and higher is better, so red; green was printed.',
      },
      {
        field: 'baseline-direction',
        published: 'up',
        computed: 'down',
        why: 'From 54% to 48% is down; the printed arrow says up.',
      },
    ]);
  });
});

describe('an honest printer', () => {
  const figure = fc.oneof(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 480_000, max: 500_000 }));
  const places = fc.integer({ min: 0, max: 3 });
  const arrow = (from: number, to: number): Arrow => (to > from ? 'up' : to < from ? 'down' : 'none');
  /** True figures are whole ten-thousandths, so rounding them half up to three places or fewer is exact integer work. */
  const round = (tenThousandths: number, digits: number): Figure => {
    const step = 10 ** (4 - digits);
    const steps = Math.round(Math.abs(tenThousandths) / step);
    const text = String(steps).padStart(digits + 1, '0');
    const size = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
    return tenThousandths < 0 ? `-${size}` : size;
  };

  it('is never accused, however it rounds', () => {
    fc.assert(
      fc.property(
        fc.record({ previous: figure, latest: figure, judged: figure, p: places, l: places, c: places, b: places }),
        fc.constantFrom(...POLARITIES),
        fc.constantFrom('signed', 'unsigned', 'number only'),
        ({ previous, latest, judged, p, l, c, b }, polarity, style) => {
          const moved = round(latest - previous, c);
          const texts = { signed: latest >= previous ? `+${moved}` : moved, unsigned: moved.replace('-', '') };
          const better = { higher: latest > judged, lower: latest < judged, band: true, neutral: true }[polarity];
          const printed = row(round(previous, p), round(latest, l), {
            ...change(moved, style === 'number only' ? null : texts[style], arrow(previous, latest)),
            ...baseline(round(judged, b), arrow(judged, latest)),
            rating: latest === judged || polarity === 'band' ? null : better ? 'G' : 'R',
          });
          expect(differencesOf(PrintedRow.parse(printed), { ...reading, polarity })).toEqual([]);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
