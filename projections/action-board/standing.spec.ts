import type { MonthlyDashboardRow } from '../monthly-dashboard/row.js';
import type { ActionRule } from '../../src/kernel/action-rule.js';
import { ACTION, EVIDENCE } from '../../test/support/an-action.js';
import { measureFact } from './facts.js';
import type { ActionBoardRow } from './row.js';
import { standingOf } from './standing.js';

const row: ActionBoardRow = {
  ...ACTION,
  ...{ firstDueOn: ACTION.dueOn, moves: [], raisedOn: '2018-01-02', revision: 0 },
  ...{ rating: 'green', rationale: 'Every contact', ratedAsAt: '2018-01-10', lastUpdateOn: '2018-01-10' },
  ...{ lastNote: null, lastNoteAsAt: null, risk: null, riskAsAt: null, dispute: null },
  ...{ steps: [], evidence: [], escalations: [], completion: 'open', claim: null },
  ...{ verifiedAsAt: null, verifiedBy: null, withdrawnWhy: null },
};
const rule: ActionRule = {
  ...{ version: 1, from: '2018-01-01', updateWithinDays: 35, movesAllowed: 1, dueSoonDays: 30, words: 'A rule' },
  signs: [
    { sign: 'overdue', supports: 'red' },
    { sign: 'not-updated', supports: 'amber' },
    { sign: 'measure-off-target', supports: 'amber' },
  ],
};
const late: ActionRule = { ...rule, signs: [{ sign: 'milestone-missed', supports: 'amber' }] };
const unverified: ActionRule = { ...rule, signs: [{ sign: 'claimed-without-verified-evidence', supports: 'amber' }] };
const minutes = { ...EVIDENCE, withdrawn: false };
const standing = (asAt: string, changed: Partial<ActionBoardRow> = {}, rules = [rule], measures = new Map()) =>
  standingOf({ ...row, ...changed }, { actionRules: rules }, measures, asAt);

describe('where an action stands', () => {
  it('is in order while nothing speaks against it', () =>
    expect(standing('2018-01-16')).toEqual({
      derived: { rating: 'green', signs: [], working: ['Nothing speaks against it'] },
      ...{ disputed: false, overdue: false, dueSoon: false, updated: true, asAt: '2018-01-16' },
    }));

  it.each([
    ['2018-02-28', false],
    ['2018-03-01', true],
    ['2018-03-31', true],
    ['2018-04-01', false],
  ])('is due soon within thirty days, and not when it is over: %s', (asAt, dueSoon) =>
    expect(standing(asAt)).toMatchObject({ dueSoon }),
  );

  it('is overdue from the day after it was due, and then claims too much', () => {
    expect(standing('2018-03-31', { lastUpdateOn: '2018-03-20' })).toMatchObject({ overdue: false, disputed: false });
    expect(standing('2018-04-01', { lastUpdateOn: '2018-03-20' })).toMatchObject({
      ...{ overdue: true, disputed: true },
      derived: { rating: 'red', signs: [{ sign: 'overdue', working: 'Due 31 March 2018: 1 day over' }] },
    });
  });

  it('is not held to a step that was dropped', () => {
    const steps = [
      { stepId: ACTION.actionId, title: 'Fill the posts', dueOn: '2018-01-05', doneOn: null, dropped: false },
    ];
    expect(standing('2018-01-16', { steps }, [late])).toMatchObject({ derived: { rating: 'amber' } });
    const dropped = steps.map((step) => ({ ...step, dropped: true }));
    expect(standing('2018-01-16', { steps: dropped }, [late])).toMatchObject({ derived: { rating: 'green' } });
  });

  it('rests on no evidence that was withdrawn', () => {
    const claim = { summary: 'Done', asAt: '2018-01-14', evidenceIds: [], claimedBy: 'deputy' };
    const says = (withdrawn: boolean): string | undefined =>
      standing('2018-01-16', { completion: 'claimed', claim, evidence: [{ ...minutes, withdrawn }] }, [unverified])
        .derived.working[0];
    expect(says(false)).toContain('with one piece of evidence');
    expect(says(true)).toContain('with no evidence');
  });

  it('is not updated when the review cycle has passed', () => {
    expect(standing('2018-02-14')).toMatchObject({ updated: true });
    expect(standing('2018-02-15')).toMatchObject({ updated: false, derived: { rating: 'amber' }, disputed: true });
  });

  it('claims no more than the facts where it claims less', () =>
    expect(standing('2018-04-01', { rating: 'red' })).toMatchObject({ disputed: false }));

  it.each(['verified', 'withdrawn'] as const)(
    'is neither overdue nor late with an update once it is %s',
    (completion) =>
      expect(standing('2019-01-01', { completion })).toMatchObject({ overdue: false, updated: true, dueSoon: false }),
  );

  it('has no derived rating where the plan has adopted no rule, and is overdue all the same', () =>
    expect(standing('2018-04-01', {}, [])).toMatchObject({
      ...{ overdue: true, disputed: false },
      derived: { rating: null, working: ['This plan has adopted no rule for its actions'] },
    }));

  it('goes by the rule of its day', () => {
    const later: ActionRule = { ...rule, version: 2, from: '2018-02-01', updateWithinDays: 7 };
    expect(standing('2018-01-31', {}, [rule, later])).toMatchObject({ updated: true });
    expect(standing('2018-02-01', {}, [rule, later])).toMatchObject({ updated: false });
  });
});

describe('what a linked measure says', () => {
  const measure: MonthlyDashboardRow = {
    ...{ measureId: ACTION.measureIds[0]!, planId: ACTION.planId, name: 'Contacts decided in a day', breakdown: null },
    ...{ section: 'Contacts', theme: 4, planRefs: [], unit: 'percent', polarity: 'higher', definition: 'In a day.' },
    ...{ order: 1, source: 'returned', targets: [{ from: '2017-10', target: { text: '90%', low: '90', high: null } }] },
    ...{ baseline: null, unavailable: [], corrections: [], revision: 3 },
    figures: [
      { period: '2017-11', ordinal: 0, value: '92.0', source: 'api' },
      { period: '2017-12', ordinal: 0, value: '85.5', source: 'api' },
    ],
  };

  it('is for the month of the day that is asked for', () => {
    expect(measureFact(measure, '2017-11', [])).toMatchObject({ onTarget: true, direction: null });
    expect(measureFact(measure, '2018-01', [])).toEqual({
      ...{ name: 'Contacts decided in a day', onTarget: false, direction: 'worse' },
      ...{ against: '85.5%, target 90%', moved: 'from 92.0% to 85.5%' },
    });
  });

  it('says nothing where there is no figure', () =>
    expect(measureFact({ ...measure, figures: [] }, '2018-01', [])).toMatchObject({ onTarget: null, direction: null }));

  it('speaks against the actions that are linked to it, and against no other', () => {
    const measures = new Map([[measure.measureId, measureFact(measure, '2018-01', [])]]);
    expect(standing('2018-01-16', {}, [rule], measures)).toMatchObject({
      derived: {
        rating: 'amber',
        signs: [{ sign: 'measure-off-target', working: 'Off target: Contacts decided in a day (85.5%, target 90%)' }],
      },
    });
    expect(standing('2018-01-16', { measureIds: [] }, [rule], measures)).toMatchObject({
      derived: { rating: 'green' },
    });
  });
});
