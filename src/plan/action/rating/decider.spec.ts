import { fill } from '../../../event-store/command/fill.js';
import { ACTION, raisedAction } from '../../../../test/support/an-action.js';
import { specify } from '../../../../test/support/decider-spec.js';
import { AnswerDispute, LiftActionRisk, PutActionAtRisk, RateAction } from '../commands.js';
import { actionDecider } from '../decider.js';
import { ActionPutAtRisk, ActionRated, ActionRiskLifted, ActionWithdrawn, DisputeAnswered } from '../events.js';

const { actionId } = ACTION;
const { given } = specify(actionDecider);
const green = { actionId, to: 'green', rationale: 'Every contact of the week', asAt: '2018-01-15' } as const;
const rated = ActionRated.of({ ...green, from: null });
const withdrawn = ActionWithdrawn.of({ actionId, why: 'Part of A14 now' });

describe('a rating', () => {
  it('is not blue before completion was verified', () =>
    given(raisedAction())
      .when(fill(RateAction, { ...green, to: 'blue' }))
      .thenRefused('blue-needs-verification', 'to'));
  it('is not given to an action that was withdrawn', () =>
    given(raisedAction(), withdrawn).when(fill(RateAction, green)).thenRefused('action-withdrawn', ''));
});

describe('a risk', () => {
  const risk = { actionId, risk: 'One visiting officer leaves', asAt: '2018-01-15' };
  const put = ActionPutAtRisk.of(risk);
  const lift = fill(LiftActionRisk, { actionId, why: 'Another officer was found' });

  it('is said', () => given(raisedAction()).when(fill(PutActionAtRisk, risk)).then(put));
  it('said twice is once', () => given(raisedAction(), put).when(fill(PutActionAtRisk, risk)).thenNothing());
  it('is not of a day to come', () =>
    given(raisedAction())
      .when(fill(PutActionAtRisk, { ...risk, asAt: '2018-01-17' }))
      .thenRefused('date-ahead', 'asAt'));
  it('is lifted, where there is one', () => {
    given(raisedAction(), put)
      .when(lift)
      .then(ActionRiskLifted.of({ actionId, why: 'Another officer was found' }));
    given(raisedAction()).when(lift).thenNothing();
  });
  it.each([fill(PutActionAtRisk, risk), lift])('$type needs an action that is still worked on', (command) =>
    given(raisedAction(), put, withdrawn)
      .when(
        command.type === 'PutActionAtRisk' ? fill(PutActionAtRisk, { ...risk, risk: 'Two officers leave' }) : command,
      )
      .thenRefused('action-withdrawn', ''),
  );
});

describe('an answer to a dispute', () => {
  const said = {
    actionId,
    claimed: 'green',
    derived: 'red',
    answer: 'December was entered late',
    asAt: '2018-01-16',
  } as const;
  const answered = DisputeAnswered.of(said);

  it('says why more is claimed than the facts support', () =>
    given(raisedAction(), rated).when(fill(AnswerDispute, said)).then(answered));
  it('given twice is once', () => given(raisedAction(), rated, answered).when(fill(AnswerDispute, said)).thenNothing());
  it('is about the rating that is claimed now', () =>
    given(raisedAction(), rated)
      .when(fill(AnswerDispute, { ...said, claimed: 'amber' }))
      .thenRefused('rating-changed', 'claimed'));
  it('needs something to answer', () =>
    given(raisedAction(), rated)
      .when(fill(AnswerDispute, { ...said, derived: 'green' }))
      .thenRefused('no-dispute', 'derived'));
  it('needs an action that is still worked on', () =>
    given(raisedAction(), rated, withdrawn).when(fill(AnswerDispute, said)).thenRefused('action-withdrawn', ''));
});
