import { ACTION_RULE as rule } from '../../test/support/action-rule.js';
import { facts } from '../../test/support/action-facts.js';
import type { ActionFacts } from './action-facts.js';
import type { ActionRule, Sign } from './action-rule.js';
import { derive } from './derived-rating.js';

const TODAY = '2018-01-16';
const step = (dueOn: string, doneOn: string | null = null, title = 'Train the night team') => ({
  title,
  dueOn,
  doneOn,
});
const measure = (name: string, more: object = {}) => ({ name, onTarget: null, direction: null, ...more });
const claimed = { completion: 'claimed', claimedOn: '2018-01-12' } as const;
/** The signs, and their sentences. */
const found = (given: Partial<ActionFacts>, by: ActionRule = rule, asAt = TODAY) =>
  derive(facts(given), by, asAt).signs.map(({ sign, working }) => [sign, working]);

describe('a sign', () => {
  it.each<[Sign, string, Partial<ActionFacts>, string]>([
    ['overdue', 'after a day', { dueOn: '2017-12-31' }, 'Due 31 December 2017: 16 days over'],
    ['overdue', 'by one day', { dueOn: '2018-01-15' }, 'Due 15 January 2018: 1 day over'],
    ['overdue', 'after a month', { dueOn: '2017-12' }, 'Due December 2017: 16 days over'],
    [
      'overdue',
      'after a quarter',
      { dueOn: '2017-18 Q3' },
      'Due quarter 3 of 2017-18 (October to December 2017): 16 days over',
    ],
    [
      'not-updated',
      'after a note',
      { lastUpdateOn: '2017-11-03' },
      'Last update 3 November 2017, 74 days before 16 January 2018: the review cycle is 35 days',
    ],
    [
      'not-updated',
      'after a note about a month',
      { lastUpdateOn: '2017-11' },
      'Last update November 2017, 47 days before 16 January 2018: the review cycle is 35 days',
    ],
    [
      'not-updated',
      'since it was raised',
      { lastUpdateOn: null },
      'No update since it was raised on 31 July 2017, 169 days before 16 January 2018: the review cycle is 35 days',
    ],
    [
      'not-updated',
      'since it started',
      { lastUpdateOn: null, startOn: '2017-11' },
      'No update since it started on 1 November 2017, 76 days before 16 January 2018: the review cycle is 35 days',
    ],
    [
      'milestone-missed',
      'of one step',
      { steps: [step('2017-12-31')] },
      'A step is not done: “Train the night team” was due 31 December 2017, 16 days over',
    ],
    [
      'milestone-missed',
      'of two steps',
      { steps: [step('2017-12'), step('2018-01-15', null, 'Ask the team')] },
      '2 steps are not done: “Train the night team” was due December 2017, 16 days over; “Ask the team” was due 15 January 2018, 1 day over',
    ],
    [
      'milestone-missed',
      'of a step that was done later than this day',
      { steps: [step('2018-01-15', '2018-01-17')] },
      'A step is not done: “Train the night team” was due 15 January 2018, 1 day over',
    ],
    [
      'measure-off-target',
      'with its figures',
      {
        measures: [measure('Visits in time', { onTarget: false, against: '57.2% against 90%' }), measure('Caseloads')],
      },
      'Off target: Visits in time (57.2% against 90%)',
    ],
    [
      'measure-worsening',
      'of two',
      {
        measures: [
          measure('Visits in time', { direction: 'worse', moved: '57% after 60%' }),
          measure('Caseloads', { direction: 'worse' }),
        ],
      },
      'Getting worse: Visits in time (57% after 60%); Caseloads',
    ],
    [
      'due-moved-often',
      'three times',
      { moves: 3, firstDueOn: '2017-09-30', dueOn: '2018-03-31' },
      'The due date was moved 3 times, from 30 September 2017 at first: no more than 2 allowed',
    ],
    [
      'claimed-without-verified-evidence',
      'with none',
      claimed,
      'Completion was claimed on 12 January 2018 with no evidence, and has not been verified',
    ],
    [
      'claimed-without-verified-evidence',
      'with two',
      { ...claimed, evidence: 2 },
      'Completion was claimed on 12 January 2018 with 2 pieces of evidence, and has not been verified',
    ],
  ])('%s is shown %s', (sign, _case, given, working) => expect(found(given)).toEqual([[sign, working]]));

  it.each<[Sign, string, Partial<ActionFacts>]>([
    ['overdue', 'on the day itself', { dueOn: TODAY }],
    ['overdue', 'while its month lasts', { dueOn: '2018-01' }],
    ['overdue', 'while its quarter lasts', { dueOn: '2017-18 Q4' }],
    ['overdue', 'when it is ongoing', { dueOn: 'ongoing' }],
    ['not-updated', 'within the review cycle', { lastUpdateOn: '2017-12-12' }],
    ['not-updated', 'for a month that still lasts', { lastUpdateOn: '2018-01' }],
    ['not-updated', 'when it has only just started', { lastUpdateOn: '2017-08-01', startOn: '2018-01-02' }],
    ['not-updated', 'when it was raised after this day', { lastUpdateOn: null, raisedOn: '2018-02-01' }],
    ['milestone-missed', 'on the day itself', { steps: [step(TODAY)] }],
    ['milestone-missed', 'when the step was done, late or not', { steps: [step('2017-10', '2017-12-20')] }],
    ['measure-off-target', 'when it cannot be told', { measures: [measure('Caseloads'), measure('Visits')] }],
    ['measure-off-target', 'on target', { measures: [measure('Visits', { onTarget: true })] }],
    ['measure-worsening', 'when better', { measures: [measure('Visits', { direction: 'better' })] }],
    ['measure-worsening', 'when unchanged', { measures: [measure('Visits', { direction: 'same' })] }],
    ['due-moved-often', 'as often as allowed', { moves: 2, dueOn: '2018-03' }],
  ])('%s is not there %s', (_sign, _case, given) => {
    expect(derive(facts(given), rule, TODAY)).toEqual({
      rating: 'green',
      signs: [],
      working: ['Nothing speaks against it'],
    });
  });

  it('overdue is not there while a claim that was made in time waits to be verified', () => {
    expect(found({ ...claimed, dueOn: '2018-01-12' }).map(([sign]) => sign)).toEqual([
      'claimed-without-verified-evidence',
    ]);
    expect(found({ ...claimed, dueOn: '2018-01-11' }).map(([sign]) => sign)).toEqual([
      'overdue',
      'claimed-without-verified-evidence',
    ]);
  });

  it('weighs nothing where the rule does not name it', () => {
    const only = { ...rule, signs: [{ sign: 'not-updated', supports: 'amber' }] } satisfies ActionRule;
    expect(derive(facts({ dueOn: '2017-12-31' }), only, TODAY).rating).toBe('green');
  });
});
