import { DateOrQuarter, Due, dueInWords, endsBeforeStart, firstDayOf, lastDayOf } from './due.js';

describe('when something is due', () => {
  it.each([
    ['2018-03-31', '2018-03-31', '2018-03-31', '31 March 2018'],
    ['2018-02', '2018-02-01', '2018-02-28', 'February 2018'],
    ['2016-02', '2016-02-01', '2016-02-29', 'February 2016'],
    ['2017-18 Q1', '2017-04-01', '2017-06-30', 'quarter 1 of 2017-18 (April to June 2017)'],
    ['2017-18 Q3', '2017-10-01', '2017-12-31', 'quarter 3 of 2017-18 (October to December 2017)'],
    ['2017-18 Q4', '2018-01-01', '2018-03-31', 'quarter 4 of 2017-18 (January to March 2018)'],
    ['1999-00 Q4', '2000-01-01', '2000-03-31', 'quarter 4 of 1999-00 (January to March 2000)'],
    ['ongoing', null, null, 'ongoing'],
  ])('%s is from %s to %s: %s', (due, first, last, words) => {
    expect(Due.parse(due)).toBe(due);
    expect([firstDayOf(due), lastDayOf(due), dueInWords(due)]).toEqual([first, last, words]);
  });

  it.each([
    '2018-02-30',
    '2018-13',
    '31/03/2018',
    'spring',
    '2017-18',
    '2017-18 Q0',
    '2017-18 Q5',
    '2017-19 Q3',
    '2017-18 q3',
    '2017-18Q3',
    'Ongoing',
    ' 2018-03',
    '',
  ])('is not %j', (text) => {
    expect(Due.safeParse(text).success).toBe(false);
    expect(DateOrQuarter.safeParse(text).success).toBe(false);
  });

  it('is ongoing, but nothing starts so', () => expect(DateOrQuarter.safeParse('ongoing').success).toBe(false));

  it.each<[string | null, string | null, boolean]>([
    ['2018-03-31', '2018-04-01', true],
    ['2018-03-31', '2018-03-31', false],
    ['2018-03', '2018-03-31', false],
    ['2018-03-01', '2018-03', false],
    ['2018-02', '2018-03', true],
    ['2017-18 Q3', '2018-01', true],
    ['2017-18 Q4', '2018-01', false],
    ['2018-03-31', '2018-19 Q1', true],
    ['ongoing', '2018-04-01', false],
    [null, '2018-04-01', false],
    ['2018-03-31', null, false],
  ])('due %s and started %s: before its start? %s', (due, startOn, expected) => {
    expect(endsBeforeStart(due, startOn)).toBe(expected);
  });
});
