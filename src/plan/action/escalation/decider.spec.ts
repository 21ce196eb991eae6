import { fill } from '../../../event-store/command/fill.js';
import { ACTION, raisedAction } from '../../../../test/support/an-action.js';
import { specify } from '../../../../test/support/decider-spec.js';
import { AnswerEscalation, EscalateAction } from '../commands.js';
import { actionDecider } from '../decider.js';
import { ActionEscalated, ActionWithdrawn, EscalationAnswered } from '../events.js';

const ids = { actionId: ACTION.actionId, escalationId: '00000000-0000-4000-8000-000000000061' };
const { given } = specify(actionDecider);
const question = {
  ...ids,
  board: 'the improvement board',
  question: 'May an agency fill the post?',
  asAt: '2018-01-15',
};
const escalated = ActionEscalated.of(question);
const answer = { ...ids, answer: 'Yes, until June', asAt: '2018-01-16' };
const answered = EscalationAnswered.of({ ...answer, board: question.board });
const withdrawn = ActionWithdrawn.of({ actionId: ids.actionId, why: 'Part of A14 now' });

describe('a question to a board', () => {
  it('is put', () => given(raisedAction()).when(fill(EscalateAction, question)).then(escalated));
  it('put twice is once', () => given(raisedAction(), escalated).when(fill(EscalateAction, question)).thenNothing());
  it('does not take the id of another', () =>
    given(raisedAction(), escalated)
      .when(fill(EscalateAction, { ...question, board: 'another board' }))
      .thenRefused('escalation-exists', 'escalationId'));
  it('is not put on a day to come', () =>
    given(raisedAction())
      .when(fill(EscalateAction, { ...question, asAt: '2018-01-17' }))
      .thenRefused('date-ahead', 'asAt'));
  it('needs an action that is still worked on', () =>
    given(raisedAction(), withdrawn).when(fill(EscalateAction, question)).thenRefused('action-withdrawn', ''));

  it('is answered in the board’s name', () =>
    given(raisedAction(), escalated).when(fill(AnswerEscalation, answer)).then(answered));
  it('answered twice in the same words is once', () =>
    given(raisedAction(), escalated, answered).when(fill(AnswerEscalation, answer)).thenNothing());
  it('is not answered anew', () =>
    given(raisedAction(), escalated, answered)
      .when(fill(AnswerEscalation, { ...answer, answer: 'No' }))
      .thenRefused('already-answered', 'answer'));
  it('is not answered before it was put', () =>
    given(raisedAction(), escalated)
      .when(fill(AnswerEscalation, { ...answer, asAt: '2018-01-14' }))
      .thenRefused('answer-before-question', 'asAt'));
  it('that nobody put has no answer', () =>
    given(raisedAction()).when(fill(AnswerEscalation, answer)).thenRefused('no-such-escalation', 'escalationId'));
});
