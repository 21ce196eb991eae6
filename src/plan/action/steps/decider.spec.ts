import { ACTION, raisedAction, VERIFIED, WITHDRAWN } from '../../../../test/support/an-action.js';
import { specify } from '../../../../test/support/decider-spec.js';
import { fill } from '../../../event-store/command/fill.js';
import { actionDecider } from '../decider.js';
import { AddStep, CompleteStep, DropStep, MoveStep, ReopenStep, type StepCommand } from './commands.js';
import { StepAdded, StepDone, StepDropped, StepMoved, StepReopened } from './events.js';

const { given } = specify(actionDecider);
const ids = { actionId: ACTION.actionId, stepId: '00000000-0000-4000-8000-000000000041' };
const step = { ...ids, title: 'Train the night team' };
const why = 'The trainer was ill';

const raised = raisedAction();
const added = StepAdded.of({ ...step, dueOn: '2018-02' });
const done = StepDone.of({ ...step, doneOn: '2018-01-10' });
const dropped = StepDropped.of({ ...step, why });
const moved = StepMoved.of({ ...step, from: '2018-02', to: '2018-03-15', why });

const add = (changed: object = {}) => fill(AddStep, { ...step, dueOn: '2018-02', ...changed });
const complete = (doneOn = '2018-01-10') => fill(CompleteStep, { ...ids, doneOn });
const move = (to = '2018-03-15') => fill(MoveStep, { ...ids, to, why });
const drop = fill(DropStep, { ...ids, why });
const reopen = fill(ReopenStep, { ...ids, why });

describe('a step', () => {
  it('is added with a date of its own', () => given(raised).when(add()).then(added));
  it('added twice is added once, wherever it was moved since', () => {
    given(raised, added).when(add()).thenNothing();
    given(raised, added, moved).when(add()).thenNothing();
  });
  it('does not take the id of another', () => {
    given(raised, added)
      .when(add({ title: 'Train the day team' }))
      .thenRefused('step-exists', 'stepId');
    given(raised, added)
      .when(add({ dueOn: '2018-03' }))
      .thenRefused('step-exists', 'stepId');
  });
  it('is not due before the action starts', () => {
    given(raised)
      .when(add({ dueOn: '2017-08' }))
      .thenRefused('due-before-start', 'dueOn');
    given(raised, added).when(move('2017-08')).thenRefused('due-before-start', 'to');
  });

  it('is done', () => given(raised, added).when(complete()).then(done));
  it('done twice is done once', () => given(raised, added, done).when(complete()).thenNothing());
  it('is not done on a day to come', () => {
    given(raised, added).when(complete('2018-01-17')).thenRefused('date-ahead', 'doneOn');
    given(raised, added)
      .when(complete('2018-01'))
      .then(StepDone.of({ ...step, doneOn: '2018-01' }));
  });

  it('is moved', () => given(raised, added).when(move()).then(moved));
  it('moved to where it is stays', () => given(raised, added, moved).when(move()).thenNothing());
  it('is dropped', () => given(raised, added).when(drop).then(dropped));
  it('dropped twice is dropped once', () => given(raised, added, dropped).when(drop).thenNothing());

  it.each([
    ['done', done],
    ['dropped', dropped],
  ])('that was %s is reopened', (_how, over) =>
    given(raised, added, over)
      .when(reopen)
      .then(StepReopened.of({ ...step, why })),
  );
  it('that is to be done is reopened in vain', () => given(raised, added).when(reopen).thenNothing());
  it('that was reopened may be done', () =>
    given(raised, added, dropped, StepReopened.of({ ...step, why }))
      .when(complete())
      .then(done));

  it.each<[string, StepCommand, string]>([
    ['moved', move(), 'done'],
    ['dropped', drop, 'done'],
    ['done on another day', complete('2018-01-11'), 'done'],
    ['moved', move(), 'dropped'],
    ['done', complete(), 'dropped'],
  ])('is not %s when it is over: %#', (_what, command, how) =>
    given(raised, added, how === 'done' ? done : dropped)
      .when(command)
      .thenRefused('step-over', 'stepId', `“Train the night team” was ${how}. Reopen the step first.`),
  );

  it.each([complete(), move(), drop, reopen])('must be there: $type', (command) =>
    given(raised).when(command).thenRefused('no-such-step', 'stepId'),
  );

  const [first, ...rest] = VERIFIED;
  it.each<[StepCommand]>([[add({ stepId: ACTION.planId })], [complete()], [move()], [drop]])(
    'of an action that is over stays as it was: $0.type',
    (command) => {
      given(first!, added, ...rest)
        .when(command)
        .thenRefused('completion-verified', '');
      given(raised, added, ...WITHDRAWN.slice(1))
        .when(command)
        .thenRefused('action-withdrawn', '');
    },
  );
  it('of an action that is over is not reopened', () =>
    given(first!, added, done, ...rest)
      .when(reopen)
      .thenRefused('completion-verified', ''));
});
