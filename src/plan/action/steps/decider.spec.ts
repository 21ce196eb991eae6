import { fill } from '../../../event-store/command/fill.js';
import { ACTION, raisedAction } from '../../../../test/support/an-action.js';
import { specify } from '../../../../test/support/decider-spec.js';
import { AddStep, CompleteStep, DropStep, MoveStep, ReopenStep } from '../commands.js';
import { actionDecider } from '../decider.js';
import { ActionWithdrawn, StepAdded, StepDone, StepDropped, StepMoved, StepReopened } from '../events.js';

const ids = { actionId: ACTION.actionId, stepId: '00000000-0000-4000-8000-000000000041' };
const { given } = specify(actionDecider);
const title = 'Train the night team';
const why = 'The trainer was ill for a week';
const added = StepAdded.of({ ...ids, title, dueOn: '2018-02-28' });
const done = StepDone.of({ ...ids, title, doneOn: '2018-01-12' });
const dropped = StepDropped.of({ ...ids, title, why });
const withdrawn = ActionWithdrawn.of({ actionId: ids.actionId, why: 'Part of A14 now' });

const add = fill(AddStep, { ...ids, title, dueOn: '2018-02-28' });
const complete = fill(CompleteStep, { ...ids, doneOn: '2018-01-12' });
const reopen = fill(ReopenStep, { ...ids, why });
const move = fill(MoveStep, { ...ids, to: '2018-03', why });
const drop = fill(DropStep, { ...ids, why });

describe('a step', () => {
  it('is added with a date of its own', () => given(raisedAction()).when(add).then(added));
  it('added twice is once, moved meanwhile or not', () => {
    given(raisedAction(), added).when(add).thenNothing();
    const moved = StepMoved.of({ ...ids, title, from: '2018-02-28', to: '2018-03', why });
    given(raisedAction(), added, moved).when(add).thenNothing();
  });
  it('does not take the id of another', () =>
    given(raisedAction(), added)
      .when(fill(AddStep, { ...ids, title: 'Train the day team', dueOn: '2018-02-28' }))
      .thenRefused('step-exists', 'stepId'));
  it('is not due before the action starts', () =>
    given(raisedAction())
      .when(fill(AddStep, { ...ids, title, dueOn: '2017-08' }))
      .thenRefused('due-before-start', 'dueOn'));

  it('is done on a day', () => given(raisedAction(), added).when(complete).then(done));
  it('done twice is once', () => given(raisedAction(), added, done).when(complete).thenNothing());
  it('is not done on a day to come', () =>
    given(raisedAction(), added)
      .when(fill(CompleteStep, { ...ids, doneOn: '2018-01-17' }))
      .thenRefused('date-ahead', 'doneOn'));
  it('that was dropped is not done', () =>
    given(raisedAction(), added, dropped).when(complete).thenRefused('step-over', 'stepId'));

  it('is reopened, done or dropped', () => {
    const reopened = StepReopened.of({ ...ids, title, why });
    given(raisedAction(), added, done).when(reopen).then(reopened);
    given(raisedAction(), added, dropped).when(reopen).then(reopened);
    given(raisedAction(), added).when(reopen).thenNothing();
  });

  it('is moved with a reason', () =>
    given(raisedAction(), added)
      .when(move)
      .then(StepMoved.of({ ...ids, title, from: '2018-02-28', to: '2018-03', why })));
  it('is not moved once it is done', () =>
    given(raisedAction(), added, done).when(move).thenRefused('step-over', 'stepId'));

  it('is dropped with a reason, once', () => {
    given(raisedAction(), added).when(drop).then(dropped);
    given(raisedAction(), added, dropped).when(drop).thenNothing();
  });

  it.each([add, complete, reopen, move, drop])('$type needs an action that is still worked on', (command) =>
    given(raisedAction(), ...(command === add ? [] : [added]), ...(command === reopen ? [done] : []), withdrawn)
      .when(command)
      .thenRefused('action-withdrawn', ''),
  );
  it.each([complete, reopen, move, drop])('$type needs the step', (command) =>
    given(raisedAction()).when(command).thenRefused('no-such-step', 'stepId'),
  );
});
