import { InvalidInput, NotFound } from '../../src/kernel/refusal.js';
import { monthsOf, mustBeMonth, mustHaveFigures } from './months.js';

const figure = (period: string) => ({ period, ordinal: 0, value: '1', source: 'web' });
const measures = [
  { figures: [figure('2017-11')] },
  { figures: [] },
  { figures: [figure('2018-01'), figure('2017-12')] },
];

describe('the months of the dashboard', () => {
  it('reach from the first figure to the last, with those between', () => {
    expect(monthsOf(measures)).toEqual({ first: '2017-11', last: '2018-01', all: ['2017-11', '2017-12', '2018-01'] });
    expect(monthsOf([{ figures: [figure('2017-11'), figure('2018-02')] }])?.all).toEqual([
      '2017-11',
      '2017-12',
      '2018-01',
      '2018-02',
    ]);
  });

  it('are none where nothing was recorded', () => expect(monthsOf([{ figures: [] }])).toBeNull());

  it.each(['2017-11', '2017-12', '2018-01'])('hold %s', (period) => {
    expect(mustHaveFigures(monthsOf(measures), period)).toMatchObject({ first: '2017-11', last: '2018-01' });
  });

  it.each([
    [
      '2017-10',
      measures,
      'There is no dashboard for October 2017. There are figures from November 2017 to January 2018.',
    ],
    [
      '2018-02',
      measures,
      'There is no dashboard for February 2018. There are figures from November 2017 to January 2018.',
    ],
    ['2018-02', measures.slice(0, 1), 'There is no dashboard for February 2018. There are figures for November 2017.'],
  ])('do not hold %s', (period, known, sentence) => {
    const ask = () => mustHaveFigures(monthsOf(known), period);
    expect(ask).toThrow(expect.objectContaining({ code: 'no-such-month', field: 'period' }));
    expect(ask).toThrow(sentence);
  });

  it('are not there at all before the first figure', () => {
    const ask = () => mustHaveFigures(monthsOf([]), '2018-02');
    expect(ask).toThrow(NotFound);
    expect(ask).toThrow('There are no figures yet. Record one, or import a published dashboard.');
  });

  it.each(['2017', '2017-13', '2017-11-01', 'November', '', '2017-1'])('are not written like %j', (period) => {
    expect(() => mustBeMonth(period)).toThrow(InvalidInput);
  });
});
