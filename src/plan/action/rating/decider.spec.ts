import { ACTION, raisedAction, ratedBlue, VERIFIED, WITHDRAWN } from '../../../../test/support/an-action.js';
import { specify } from '../../../../test/support/decider-spec.js';
import { fill } from '../../../event-store/command/fill.js';
import { actionDecider } from '../decider.js';
import { ProgressNoted } from '../events.js';
import { AnswerDispute, LiftActionRisk, PutActionAtRisk, RateAction } from './commands.js';
import { ActionPutAtRisk, ActionRated, ActionRiskLifted, DisputeAnswered } from './events.js';

const { given } = specify(actionDecider);
const { actionId } = ACTION;
const raised = raisedAction();
const red = { actionId, to: 'red', rationale: 'Two of three teams are late', asAt: '2018-01-15' } as const;
const ratedRed = ActionRated.of({ ...red, from: null });

describe('rating an action', () => {
  it('gives it a colour and a reason', () => given(raised).when(fill(RateAction, red)).then(ratedRed));
  it('says what the colour was before', () =>
    given(raised, ratedRed)
      .when(fill(RateAction, { ...red, to: 'amber' }))
      .then(ActionRated.of({ ...red, from: 'red', to: 'amber' })));
  it('may keep the colour for a new reason', () =>
    given(raised, ratedRed)
      .when(fill(RateAction, { ...red, rationale: 'Now one team is late' }))
      .then(ActionRated.of({ ...red, from: 'red', rationale: 'Now one team is late' })));
  it('may say the same of a later day', () =>
    given(raised, ratedRed)
      .when(fill(RateAction, { ...red, asAt: '2018-01-16' }))
      .then(ActionRated.of({ ...red, from: 'red', asAt: '2018-01-16' })));
  it('with nothing new is nothing, whatever was noted since', () => {
    given(raised, ratedRed).when(fill(RateAction, red)).thenNothing();
    const noted = ProgressNoted.of({ actionId, note: 'Trained the night team', asAt: '2017-12' });
    given(raised, ratedRed, noted).when(fill(RateAction, red)).thenNothing();
  });
  it('is not for a day to come', () =>
    given(raised)
      .when(fill(RateAction, { ...red, asAt: '2018-01-17' }))
      .thenRefused('date-ahead', 'asAt'));
  it('needs the action', () => given().when(fill(RateAction, red)).thenRefused('no-such-action', 'actionId'));
});

describe('blue', () => {
  const blue = fill(RateAction, { ...red, to: 'blue' });
  it('is refused until completion was verified with evidence', () =>
    given(raised, ratedRed)
      .when(blue)
      .thenRefused(
        'blue-needs-verification',
        'to',
        'Blue is given when completion has been verified with evidence. Claim completion instead.',
      ));
  it('is refused while completion is only claimed', () =>
    given(...VERIFIED.slice(0, 3))
      .when(blue)
      .thenRefused('blue-needs-verification', 'to'));
  it('may be given for a new reason afterwards', () =>
    given(...VERIFIED)
      .when(blue)
      .then(ActionRated.of({ ...red, from: 'blue', to: 'blue' })));
  it('with nothing new is nothing', () => {
    const { rationale, asAt } = ratedBlue.data;
    given(...VERIFIED)
      .when(fill(RateAction, { actionId, to: 'blue', rationale, asAt }))
      .thenNothing();
  });
  it.each(['red', 'amber', 'green'] as const)('does not turn %s before the action is reopened', (to) =>
    given(...VERIFIED)
      .when(fill(RateAction, { ...red, to }))
      .thenRefused('completion-verified', 'to'),
  );
  it.each(['blue', 'red'] as const)('or %s is not for an action that was withdrawn', (to) =>
    given(...WITHDRAWN)
      .when(fill(RateAction, { ...red, to }))
      .thenRefused('action-withdrawn', ''),
  );
});

describe('a risk', () => {
  const risk = { actionId, risk: 'One officer leaves in March', asAt: '2018-01-15' };
  const atRisk = ActionPutAtRisk.of(risk);
  const lift = { actionId, why: 'Another officer was found' };

  it('is named', () => given(raised).when(fill(PutActionAtRisk, risk)).then(atRisk));
  it('named twice is named once', () => given(raised, atRisk).when(fill(PutActionAtRisk, risk)).thenNothing());
  it('may become another', () => {
    const other = { ...risk, risk: 'Two officers leave in March' };
    given(raised, atRisk).when(fill(PutActionAtRisk, other)).then(ActionPutAtRisk.of(other));
  });
  it('is not of a day to come', () =>
    given(raised)
      .when(fill(PutActionAtRisk, { ...risk, asAt: '2018-01-17' }))
      .thenRefused('date-ahead', 'asAt'));
  it('is lifted', () => given(raised, atRisk).when(fill(LiftActionRisk, lift)).then(ActionRiskLifted.of(lift)));
  it('that is not there is lifted in vain', () => {
    given(raised).when(fill(LiftActionRisk, lift)).thenNothing();
    given(raised, atRisk, ActionRiskLifted.of(lift)).when(fill(LiftActionRisk, lift)).thenNothing();
  });
  it('may come back', () =>
    given(raised, atRisk, ActionRiskLifted.of(lift)).when(fill(PutActionAtRisk, risk)).then(atRisk));
  it('is nothing to an action that is over', () => {
    given(...VERIFIED)
      .when(fill(PutActionAtRisk, risk))
      .thenRefused('completion-verified', '');
    given(...WITHDRAWN)
      .when(fill(PutActionAtRisk, risk))
      .thenRefused('action-withdrawn', '');
    const [first, ...rest] = WITHDRAWN;
    given(first!, atRisk, ...rest)
      .when(fill(LiftActionRisk, lift))
      .thenRefused('action-withdrawn', '');
  });
});

describe('a dispute', () => {
  const answer = { answer: 'The figures of December were entered late', asAt: '2018-01-16' };
  const dispute = { actionId, claimed: 'green', derived: 'amber', ...answer } as const;
  const green = ActionRated.of({ ...red, from: null, to: 'green' });
  const answered = DisputeAnswered.of(dispute);

  it('is answered', () => given(raised, green).when(fill(AnswerDispute, dispute)).then(answered));
  it('answered twice is answered once', () =>
    given(raised, green, answered).when(fill(AnswerDispute, dispute)).thenNothing());
  it('may be answered better', () => {
    const better = { ...dispute, answer: 'They were entered on 15 January' };
    given(raised, green, answered).when(fill(AnswerDispute, better)).then(DisputeAnswered.of(better));
  });
  it('is about the rating that is claimed now', () =>
    given(raised, ratedRed)
      .when(fill(AnswerDispute, dispute))
      .thenRefused('rating-changed', 'claimed', 'The rating claimed is now red. Look at it again before you answer.'));
  it('needs a rating', () => given(raised).when(fill(AnswerDispute, dispute)).thenRefused('rating-changed', 'claimed'));
  it.each(['green', 'blue'] as const)('is none where the facts support %s too', (derived) =>
    given(raised, green)
      .when(fill(AnswerDispute, { ...dispute, derived }))
      .thenRefused('no-dispute', 'derived'),
  );
  it('is not answered for a day to come', () =>
    given(raised, green)
      .when(fill(AnswerDispute, { ...dispute, asAt: '2018-01-17' }))
      .thenRefused('date-ahead', 'asAt'));
  it('ends with the action', () => {
    given(...VERIFIED)
      .when(fill(AnswerDispute, dispute))
      .thenRefused('completion-verified', '');
    given(...WITHDRAWN)
      .when(fill(AnswerDispute, dispute))
      .thenRefused('action-withdrawn', '');
  });
});
