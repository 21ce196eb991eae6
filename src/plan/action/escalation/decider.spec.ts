import { ACTION, raisedAction, VERIFIED, WITHDRAWN, withdrawn } from '../../../../test/support/an-action.js';
import { specify } from '../../../../test/support/decider-spec.js';
import { fill } from '../../../event-store/command/fill.js';
import { actionDecider } from '../decider.js';
import { AnswerEscalation, EscalateAction } from './commands.js';
import { ActionEscalated, EscalationAnswered } from './events.js';

const { given } = specify(actionDecider);
const ids = { actionId: ACTION.actionId, escalationId: '00000000-0000-4000-8000-000000000061' };
const board = 'the improvement board';
const question = { ...ids, board, question: 'May the post be filled by an agency?', asAt: '2018-01-10' };
const answer = { ...ids, answer: 'Yes, until June', asAt: '2018-01-15' };

const raised = raisedAction();
const escalated = ActionEscalated.of(question);
const answered = EscalationAnswered.of({ ...answer, board });
const escalate = (changed: object = {}) => fill(EscalateAction, { ...question, ...changed });
const reply = (changed: object = {}) => fill(AnswerEscalation, { ...answer, ...changed });

describe('escalating an action', () => {
  it('asks a board', () => given(raised).when(escalate()).then(escalated));
  it('twice is once', () => given(raised, escalated).when(escalate()).thenNothing());
  it('does not take the id of another question', () =>
    given(raised, escalated)
      .when(escalate({ board: 'the council' }))
      .thenRefused('escalation-exists', 'escalationId'));
  it('may be done again while the first waits', () => {
    const another = { escalationId: ACTION.planId, question: 'And who pays for it?' };
    given(raised, escalated)
      .when(escalate(another))
      .then(ActionEscalated.of({ ...question, ...another }));
  });
  it('is not for a day to come', () =>
    given(raised)
      .when(escalate({ asAt: '2018-01-17' }))
      .thenRefused('date-ahead', 'asAt'));
  it('is not for an action that is over', () => {
    given(...VERIFIED)
      .when(escalate())
      .thenRefused('completion-verified', '');
    given(...WITHDRAWN)
      .when(escalate())
      .thenRefused('action-withdrawn', '');
  });
});

describe('answering an escalation', () => {
  it('names the board that was asked', () => given(raised, escalated).when(reply()).then(answered));
  it('twice is once', () => given(raised, escalated, answered).when(reply()).thenNothing());
  it('is done once', () =>
    given(raised, escalated, answered)
      .when(reply({ answer: 'No' }))
      .thenRefused('already-answered', 'answer'));
  it('needs a question', () => given(raised).when(reply()).thenRefused('no-such-escalation', 'escalationId'));
  it('is neither before the question nor ahead', () => {
    given(raised, escalated)
      .when(reply({ asAt: '2018-01-09' }))
      .thenRefused('answer-before-question', 'asAt');
    given(raised, escalated)
      .when(reply({ asAt: '2018-01-17' }))
      .thenRefused('date-ahead', 'asAt');
  });
  it('may follow its completion, not its withdrawal', () => {
    const [first, ...rest] = VERIFIED;
    given(first!, escalated, ...rest)
      .when(reply())
      .then(answered);
    given(raised, escalated, withdrawn).when(reply()).thenRefused('action-withdrawn', '');
  });
});
