import { ACTION, raisedAction, VERIFIED, WITHDRAWN } from '../../../../test/support/an-action.js';
import { specify } from '../../../../test/support/decider-spec.js';
import { fill } from '../../../event-store/command/fill.js';
import { actionDecider } from '../decider.js';
import { MoveDueDate } from './commands.js';
import { DueDateMoved, DueDateSet } from './events.js';

const { given } = specify(actionDecider);
const agreed = { actionId: ACTION.actionId, agreedBy: 'the improvement board', why: 'The rota begins in April' };
const move = (to: string) => fill(MoveDueDate, { ...agreed, to });
const moved = (from: string, to: string, ordinal: number) => DueDateMoved.of({ ...agreed, from, to, ordinal });
const raised = raisedAction();

describe('the due date', () => {
  it('is moved, and it is said who agreed', () => {
    const event = moved('2018-03-31', '2018-06-30', 1);
    given(raised).when(move('2018-06-30')).then(event);
    expect(DueDateMoved.words(event.data)).toBe(
      'Moved the due date from 31 March 2018 to 30 June 2018, agreed by the improvement board',
    );
  });
  it('is moved again, and each move is counted', () =>
    given(raised, moved('2018-03-31', '2018-06-30', 1))
      .when(move('2018-19 Q2'))
      .then(moved('2018-06-30', '2018-19 Q2', 2)));
  it('moved back is moved', () =>
    given(raised, moved('2018-03-31', '2018-06-30', 1))
      .when(move('2018-03-31'))
      .then(moved('2018-06-30', '2018-03-31', 2)));
  it('may become ongoing', () =>
    given(raised)
      .when(move('ongoing'))
      .then(moved('2018-03-31', 'ongoing', 1)));
  it('moved to where it is stays', () => given(raised).when(move('2018-03-31')).thenNothing());

  it('is set where there was none, which is no move', () => {
    const set = DueDateSet.of({ ...agreed, dueOn: '2018-06-30' });
    const undated = raisedAction({ dueOn: null });
    given(undated).when(move('2018-06-30')).then(set);
    given(undated, set).when(move('2018-06-30')).thenNothing();
    given(undated, set)
      .when(move('2018-07'))
      .then(moved('2018-06-30', '2018-07', 1));
  });

  it('is not before the start', () => {
    const refused = 'It starts September 2017. Give a date by which it can be done.';
    given(raised).when(move('2017-08-31')).thenRefused('due-before-start', 'to', refused);
    given(raised)
      .when(move('2017-09'))
      .then(moved('2018-03-31', '2017-09', 1));
    given(raisedAction({ dueOn: null }))
      .when(move('2017-18 Q1'))
      .thenRefused('due-before-start', 'to');
  });
  it('of an action that is over is not moved', () => {
    given(...VERIFIED)
      .when(move('2018-06'))
      .thenRefused('completion-verified', '');
    given(...WITHDRAWN)
      .when(move('2018-06'))
      .thenRefused('action-withdrawn', '');
  });
  it('needs the action', () => given().when(move('2018-06')).thenRefused('no-such-action', 'actionId'));
});
