import { fill } from '../../../event-store/command/fill.js';
import { ACTION, raisedAction } from '../../../../test/support/an-action.js';
import { specify } from '../../../../test/support/decider-spec.js';
import { MoveDueDate } from '../commands.js';
import { actionDecider } from '../decider.js';
import { ActionWithdrawn, DueDateMoved, DueDateSet } from '../events.js';

const { actionId, dueOn } = ACTION;
const { given } = specify(actionDecider);
const agreed = { agreedBy: 'the improvement board', why: 'The new rota begins in April' };
const move = (to: string) => fill(MoveDueDate, { actionId, to, ...agreed });
const moved = (from: string, to: string, ordinal: number) =>
  DueDateMoved.of({ actionId, from, to, ...agreed, ordinal });

describe('moving a due date', () => {
  it('says from where, and that it is the first time', () =>
    given(raisedAction())
      .when(move('2018-06-30'))
      .then(moved(dueOn, '2018-06-30', 1)));
  it('counts', () =>
    given(raisedAction(), moved(dueOn, '2018-06-30', 1))
      .when(move('ongoing'))
      .then(moved('2018-06-30', 'ongoing', 2)));
  it('back to where it was is a move too', () =>
    given(raisedAction(), moved(dueOn, '2018-06-30', 1))
      .when(move(dueOn))
      .then(moved('2018-06-30', dueOn, 2)));
  it('to where it is is nothing', () => given(raisedAction()).when(move(dueOn)).thenNothing());
  it('where there was none sets the first, and is no move', () => {
    const set = DueDateSet.of({ actionId, dueOn: '2018-05', ...agreed });
    given(raisedAction({ dueOn: null }))
      .when(move('2018-05'))
      .then(set);
    given(raisedAction({ dueOn: null }), set)
      .when(move('2018-06'))
      .then(moved('2018-05', '2018-06', 1));
  });
  it('does not end before it starts', () =>
    given(raisedAction()).when(move('2017-08-31')).thenRefused('due-before-start', 'to'));
  it('may end in the month in which it starts', () =>
    given(raisedAction())
      .when(move('2017-09'))
      .then(moved(dueOn, '2017-09', 1)));
  it('needs an action that is still worked on', () =>
    given(raisedAction(), ActionWithdrawn.of({ actionId, why: 'Part of A14 now' }))
      .when(move('2018-06-30'))
      .thenRefused('action-withdrawn', ''));
});
