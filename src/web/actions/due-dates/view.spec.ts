import fc from 'fast-check';
import type { BoardAction } from '../../../../projections/action-board/query.js';
import { monthEnds } from '../by-month/month-ends.js';
import { daysMoved, slippageAt } from './slippage.js';
import { dueDatesView, ledgerOf } from './view.js';

const move = (from: string, to: string, movedOn: string) => ({ from, to, movedOn, agreedBy: 'the board', why: 'Late' });
const action = (changed: object): BoardAction =>
  ({
    reference: 'A1',
    raisedOn: '2017-10-31',
    completion: 'open',
    firstDueOn: '2018-01-31',
    moves: [],
    ...changed,
  }) as unknown as BoardAction;
const ends = monthEnds('2017-10-31', '2018-01-16');

describe('month ends', () => {
  it('are the last day of each month, and the last one the day that is asked for', () =>
    expect(ends.map(({ month, day }) => [month, day])).toEqual([
      ['2017-10', '2017-10-31'],
      ['2017-11', '2017-11-30'],
      ['2017-12', '2017-12-31'],
      ['2018-01', '2018-01-16'],
    ]));
  it('are no more than two years of them', () => expect(monthEnds('2010-01-01', '2018-01-16')).toHaveLength(24));
});

describe('how far a date was moved', () => {
  it.each([
    ['2018-01-31', '2018-02-28', 28],
    ['2018-02-28', '2018-01-31', -28],
    ['2018-01', '2018-01-31', 0],
    ['2017-18 Q3', '2017-18 Q4', 90],
    ['2018-01-31', 'ongoing', null],
  ])('from %s to %s', (from, to, days) => expect(daysMoved(from, to)).toBe(days));
});

describe('the slippage of a plan', () => {
  const late = action({
    moves: [move('2018-01-31', '2018-02-28', '2017-12-10'), move('2018-02-28', '2018-03-31', '2018-01-10')],
  });

  it('counts from the first date to the one in force at the end of the month', () =>
    expect(slippageAt([late, action({})], ends).map(({ dated, moved, days }) => [dated, moved, days])).toEqual([
      [2, 0, 0],
      [2, 0, 0],
      [2, 1, 28],
      [2, 1, 59],
    ]));
  it('leaves out what is ongoing, withdrawn, or not yet raised', () => {
    const none = [
      action({ firstDueOn: 'ongoing' }),
      action({ firstDueOn: null }),
      action({ completion: 'withdrawn' }),
      action({ raisedOn: '2018-01-20' }),
    ];
    expect(slippageAt(none, ends).map(({ dated }) => dated)).toEqual([0, 0, 0, 0]);
  });
  it('says it in one sentence', () => {
    expect(dueDatesView([late, action({})], ends).summary).toBe(
      'Of 2 actions with a date, 1 stands at another day than at first: together 59 days later.',
    );
    expect(dueDatesView([action({})], ends).summary).toBe(
      'Of 1 action with a date, none stands at another day than at first.',
    );
    expect(dueDatesView([], ends).summary).toBe('No action has a due date with an end.');
  });

  it('is, whatever was moved, what counting day by day gives', () => {
    const day = fc
      .integer({ min: 0, max: 400 })
      .map((n) => new Date(Date.UTC(2017, 9, 1 + n)).toISOString().slice(0, 10));
    const moved = fc.array(fc.tuple(day, day), { maxLength: 4 });
    fc.assert(
      fc.property(fc.array(fc.tuple(day, moved), { maxLength: 6 }), (plans) => {
        const actions = plans.map(([firstDueOn, all]) => {
          const sorted = [...all].sort(([a], [b]) => a.localeCompare(b));
          return action({ firstDueOn, moves: sorted.map(([movedOn, to]) => move('2018-01-01', to, movedOn)) });
        });
        const slow = ends.map(({ day: end }) =>
          actions.reduce((sum, { firstDueOn, moves }) => {
            let due = firstDueOn!;
            for (const one of moves) if (one.movedOn <= end) due = one.to;
            return sum + (Date.parse(due) - Date.parse(firstDueOn!)) / 86_400_000;
          }, 0),
        );
        expect(slippageAt(actions, ends).map(({ days }) => days)).toEqual(slow);
      }),
    );
  });
});

describe('the ledger', () => {
  it('has a line for every move, the newest first', () => {
    const one = action({ reference: 'A1', moves: [move('2018-01-31', '2018-02-28', '2017-12-10')] });
    const two = action({
      reference: 'A2',
      moves: [move('2018-01-31', 'ongoing', '2018-01-10'), move('ongoing', '2018-05', '2018-01-12')],
    });
    expect(ledgerOf([one, two]).map(({ action: { reference }, ordinal, days }) => [reference, ordinal, days])).toEqual([
      ['A2', 2, null],
      ['A2', 1, null],
      ['A1', 1, 28],
    ]);
  });
});
