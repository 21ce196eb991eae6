import { gapsOf } from './gaps.js';

const figures = (...periods: string[]) => periods.map((period) => ({ period, ordinal: 0, value: '1', source: 'web' }));
const because = (period: string, reason: string) => ({ period, reason });

describe('months without a figure', () => {
  it.each([
    { given: 'nothing at all', months: [], said: [], gaps: [] },
    {
      given: 'months that were explained, in one stretch',
      months: [],
      said: [because('2017-10', 'Not yet'), because('2017-11', 'Not yet')],
      gaps: [{ from: '2017-10', to: '2017-11', reason: 'Not yet' }],
    },
    {
      given: 'another reason each month, newest first',
      months: [],
      said: [because('2017-10', 'Not yet'), because('2017-11', 'System down')],
      gaps: [
        { from: '2017-11', to: '2017-11', reason: 'System down' },
        { from: '2017-10', to: '2017-10', reason: 'Not yet' },
      ],
    },
    {
      given: 'a figure that came after the reason',
      months: ['2017-11'],
      said: [because('2017-11', 'Not yet')],
      gaps: [],
    },
    {
      given: 'a hole in a monthly series',
      months: ['2017-08', '2017-09', '2018-01'],
      said: [because('2017-11', 'System down')],
      gaps: [
        { from: '2017-12', to: '2017-12', reason: null },
        { from: '2017-11', to: '2017-11', reason: 'System down' },
        { from: '2017-10', to: '2017-10', reason: null },
      ],
    },
    { given: 'a figure each quarter', months: ['2017-03', '2017-06', '2017-09'], said: [], gaps: [] },
  ])('$given', ({ months, said, gaps }) => {
    expect(gapsOf({ figures: figures(...months), unavailable: said })).toEqual(gaps);
  });
});
