import type { BoardAction } from '../../../../projections/action-board/query.js';
import { monthEnds, MOST_MONTHS } from './month-ends.js';
import { byMonthView } from './view.js';

const plan = {
  themes: [
    { number: 1, name: 'One' },
    { number: 2, name: 'Two' },
  ],
};
const action = (
  theme: number,
  leadRole: string | null,
  rating: string | null,
  disputed: boolean,
  completion = 'open',
): BoardAction =>
  ({
    theme,
    leadRole,
    rating,
    completion,
    standing: { disputed, derived: { rating: 'red' } },
  }) as unknown as BoardAction;
const [november, december] = monthEnds('2017-11-01', '2017-12-31');
const boards = [
  { end: november!, actions: [action(1, 'Head', 'green', true), action(1, 'Head', null, false)] },
  {
    end: december!,
    actions: [
      ...[action(1, 'Head', 'green', true), action(1, 'Head', 'red', false), action(2, null, 'amber', true)],
      ...[action(2, null, 'blue', false, 'verified'), action(2, null, 'green', true, 'withdrawn')],
    ],
  },
];

describe('the ends of months', () => {
  it('are the midnights after them in London, summer or winter; the last month goes as far as asked', () =>
    expect(monthEnds('2018-02-14', '2018-04-20')).toEqual([
      { month: '2018-02', day: '2018-02-28', instant: '2018-03-01T00:00:00Z' },
      { month: '2018-03', day: '2018-03-31', instant: '2018-03-31T23:00:00Z' },
      { month: '2018-04', day: '2018-04-20', instant: '2018-04-20T23:00:00Z' },
    ]));

  it('are the latest where there are many', () => {
    const ends = monthEnds('2015-01-01', '2018-01-31');
    expect(ends).toHaveLength(MOST_MONTHS);
    expect([ends[0]!.month, ends.at(-1)!.month]).toEqual(['2016-02', '2018-01']);
  });
});

describe('actions month by month', () => {
  const view = byMonthView(plan, boards);

  it('counts what was claimed, whatever has become of it', () =>
    expect(view.lines.map(({ month, tally }) => [month, tally.claimed, tally.actions])).toEqual([
      ['November 2017', { blue: 0, red: 0, amber: 0, green: 1, unrated: 1 }, 2],
      ['December 2017', { blue: 1, red: 1, amber: 1, green: 2, unrated: 0 }, 5],
    ]));

  it('weighs only what is rated and still worked on', () =>
    expect(view.lines.map(({ tally, share }) => [tally.disputed, tally.weighed, share])).toEqual([
      [1, 1, '100'],
      [2, 3, '67'],
    ]));

  it('says it for each theme and each owner, and leaves out where nothing was ever weighed', () => {
    expect(view.themes.map(({ name, share }) => [name, share])).toEqual([
      ['1 One', '50'],
      ['2 Two', '100'],
    ]);
    expect(view.owners.map(({ name, now }) => [name, now.disputed, now.weighed])).toEqual([
      ['Head', 1, 2],
      ['Nobody named', 1, 1],
    ]);
    expect(byMonthView(plan, [boards[0]!]).themes.map(({ name }) => name)).toEqual(['1 One']);
  });

  it('draws it, and lists what is claimed better than the facts at the end', () => {
    expect(view.chart?.summary).toContain('Claimed better than the facts: 67% in December 2017');
    expect(view.disputes).toHaveLength(3);
    expect(byMonthView(plan, []).chart).toBeNull();
  });
});
