import type { RecordedCommand } from '../event-store/command/command.js';
import type { PrintedRow } from '../kernel/printed-row.js';
import type { MatchedSeries } from './matching.js';
import { stepsOf } from './steps.js';

const measureId = '00000000-0000-4000-8000-000000000002';
const series = (printed: Partial<PrintedRow>): MatchedSeries => ({
  ...{
    row: 45,
    printedRow: 44,
    planRefs: ['5a(iii)'],
    measure: 'Missing episode',
    breakdown: 'From home',
    unit: 'days',
  },
  known: {
    ...{ measureId, planId: measureId, name: 'Missing episode', breakdown: 'From home' },
    ...{ planRefs: ['5a(iii)'], unit: 'days' as const },
  },
  printed: {
    ...{ previous: null, latest: null, change: null, baseline: null },
    ...{ target: null, rating: null, availability: null, note: null, ...printed },
  },
});
const told = (printed: Partial<PrintedRow>) =>
  stepsOf(series(printed), '2017-11').map(({ command, whenTaken }) =>
    [command, whenTaken].map((one) => one && asData(one)),
  );
const asData = (command: RecordedCommand) => ({ ...command, type: command.type });

describe('what a printed row says', () => {
  it('is its figures, the older one first; where a month has one already, another is recorded beside it', () =>
    expect(
      told({ previous: { period: '2017-10', value: '0.9' }, latest: { period: '2017-10', value: '1.6' } }),
    ).toEqual([
      [
        { type: 'RecordObservation', measureId, period: '2017-10', value: '0.9' },
        {
          ...{ type: 'ContradictObservation', measureId, period: '2017-10', value: '0.9' },
          why: 'Row 44 of the dashboard of November 2017 prints 0.9 for October 2017.',
        },
      ],
      [
        { type: 'RecordObservation', measureId, period: '2017-10', value: '1.6' },
        {
          ...{ type: 'ContradictObservation', measureId, period: '2017-10', value: '1.6' },
          why: 'Row 44 of the dashboard of November 2017 prints 1.6 for October 2017.',
        },
      ],
    ]));

  it('is its target from that month on, and its position at the judgement', () => {
    const target = { text: '12 to 16', low: '12', high: '16' };
    const baseline = { label: 'Ofsted judgement', value: '1.1', text: '1.1', direction: 'up' as const };
    expect(told({ target, baseline })).toEqual([
      [{ type: 'SetTarget', measureId, target, from: '2017-11' }, null],
      [{ type: 'SetBaseline', measureId, label: 'Ofsted judgement', value: '1.1' }, null],
    ]);
  });

  it('is why there is no figure', () =>
    expect(told({ availability: 'Not currently available' })).toEqual([
      [{ type: 'ExplainMissingFigure', measureId, period: '2017-11', reason: 'Not currently available' }, null],
    ]));
});
