import {
  ACTION,
  as,
  attached,
  CLAIM,
  claimed,
  EVIDENCE,
  raisedAction,
  ratedBlue,
  VERDICT,
  VERIFIED,
  verified,
  WITHDRAWN,
  withdrawn,
} from '../../../../test/support/an-action.js';
import { specify } from '../../../../test/support/decider-spec.js';
import { fill } from '../../../event-store/command/fill.js';
import { actionDecider } from '../decider.js';
import { ActionAssigned, ActionRated, EvidenceWithdrawn } from '../events.js';
import { ClaimCompletion, SendBackCompletion, VerifyCompletion } from './commands.js';
import { CompletionClaimed, CompletionSentBack } from './events.js';

const { given } = specify(actionDecider);
const { actionId } = ACTION;
const { evidenceId, title } = EVIDENCE;
const unknown = '00000000-0000-4000-8000-0000000000ff';
const why = 'It shows two months only';

const raised = raisedAction();
const green = { to: 'green', rationale: 'Nine in ten are in time', asAt: '2018-01-10' } as const;
const ratedGreen = ActionRated.of({ actionId, from: null, ...green });
const evidenceGone = EvidenceWithdrawn.of({ actionId, evidenceId, title, why });
const waiting = [raised, attached, claimed];

const claim = (changed: object = {}) => fill(ClaimCompletion, { ...CLAIM, ...changed });
const verify = (changed: object = {}) => fill(VerifyCompletion, { ...VERDICT, ...changed });
const sendBack = (changed: object = {}) => fill(SendBackCompletion, { actionId, why, asAt: '2018-01-15', ...changed });
const sentBack = CompletionSentBack.of({ actionId, why, asAt: '2018-01-15' });
const deputy = as('deputy', 'lead');

describe('claiming completion', () => {
  it('says who claimed it, and who owned it then', () => given(raised, attached).when(claim(), deputy).then(claimed));
  it('may come without evidence', () => {
    const bare = CompletionClaimed.of({ ...CLAIM, evidenceIds: [], claimedBy: 'deputy', ownerId: null });
    given(raisedAction({ ownerId: null }))
      .when(claim({ evidenceIds: null }), deputy)
      .then(bare);
  });
  it('twice is once', () =>
    given(...waiting)
      .when(claim(), deputy)
      .thenNothing());
  it('waits for an answer before it is claimed otherwise', () =>
    given(...waiting)
      .when(claim({ summary: 'All are decided within a day' }), deputy)
      .thenRefused('already-claimed', ''));
  it('may be done again when it was sent back', () =>
    given(...waiting, sentBack)
      .when(claim(), deputy)
      .then(claimed));
  it('names evidence that is there', () => {
    given(raised, attached)
      .when(claim({ evidenceIds: [unknown] }), deputy)
      .thenRefused('no-such-evidence', 'evidenceIds');
    given(raised, attached, evidenceGone).when(claim(), deputy).thenRefused('no-such-evidence', 'evidenceIds');
  });
  it('is not for a day to come', () =>
    given(raised, attached)
      .when(claim({ asAt: '2018-01-17' }), deputy)
      .thenRefused('date-ahead', 'asAt'));
  it('is not for an action that is over', () => {
    given(...VERIFIED)
      .when(claim(), deputy)
      .thenRefused('completion-verified', '');
    given(...WITHDRAWN)
      .when(claim(), deputy)
      .thenRefused('action-withdrawn', '');
  });
});

describe('verifying completion', () => {
  it('makes the action blue in the same breath', () => {
    given(...waiting)
      .when(verify())
      .then(verified, ratedBlue);
    given(raised, ratedGreen, attached, claimed)
      .when(verify())
      .then(verified, ActionRated.of({ ...ratedBlue.data, from: 'green' }));
  });
  it('twice is once', () =>
    given(...VERIFIED)
      .when(verify())
      .thenNothing());
  it('otherwise is refused', () =>
    given(...VERIFIED)
      .when(verify({ comment: 'It shows four months' }))
      .thenRefused('completion-verified', ''));
  it('again without evidence is refused as well', () =>
    given(...VERIFIED)
      .when(verify({ evidenceIds: [] }))
      .thenRefused('completion-verified', ''));

  it.each([
    ['its owner', 'front.door'],
    ['whoever claimed it', 'deputy'],
  ])('is not for %s', (_who, userId) => {
    const sentence = 'You own this action or claimed its completion. Somebody else must verify it or send it back.';
    given(...waiting)
      .when(verify(), as(userId))
      .thenRefused('own-action', '', sentence);
    given(...waiting)
      .when(sendBack(), as(userId))
      .thenRefused('own-action', '', sentence);
  });
  it('is for neither its new owner nor the one who owned it when it was claimed', () => {
    const from = { fromRole: ACTION.leadRole, fromId: ACTION.ownerId };
    const handedOver = ActionAssigned.of({ actionId, ownerRole: 'Head of duty', ownerId: 'duty.head', ...from });
    given(...waiting, handedOver)
      .when(verify(), as('duty.head'))
      .thenRefused('own-action', '');
    given(...waiting, handedOver)
      .when(verify(), as('front.door'))
      .thenRefused('own-action', '');
    given(...waiting, handedOver)
      .when(verify(), as('audit.lead'))
      .then(verified, ratedBlue);
  });

  it('needs evidence that stands', () => {
    const bare = CompletionClaimed.of({ ...claimed.data, evidenceIds: [] });
    given(raised, bare).when(verify()).thenRefused('no-evidence', 'evidenceIds');
    given(...waiting, evidenceGone)
      .when(verify())
      .thenRefused('no-evidence', 'evidenceIds', 'No evidence is attached. Attach some, or send the claim back.');
  });
  it('names the evidence that was looked at', () => {
    given(...waiting)
      .when(verify({ evidenceIds: [] }))
      .thenRefused('no-evidence', 'evidenceIds', 'Choose the evidence that you have looked at.');
    given(...waiting)
      .when(verify({ evidenceIds: [evidenceId, unknown] }))
      .thenRefused('no-such-evidence', 'evidenceIds');
  });
  it('is of a day from the claim until today', () => {
    given(...waiting)
      .when(verify({ asAt: '2018-01-17' }))
      .thenRefused('date-ahead', 'asAt');
    given(...waiting)
      .when(verify({ asAt: '2018-01-13' }))
      .thenRefused('before-claim', 'asAt');
  });
  it('needs a claim that stands', () => {
    given(raised, attached).when(verify()).thenRefused('not-claimed', '');
    given(...waiting, sentBack)
      .when(verify())
      .thenRefused('not-claimed', '');
    given(...waiting, withdrawn)
      .when(verify())
      .thenRefused('action-withdrawn', '');
  });
});

describe('sending completion back', () => {
  it('says why', () =>
    given(...waiting)
      .when(sendBack())
      .then(sentBack));
  it('twice is once', () =>
    given(...waiting, sentBack)
      .when(sendBack())
      .thenNothing());
  it('is of a day from the claim until today', () => {
    given(...waiting)
      .when(sendBack({ asAt: '2018-01-17' }))
      .thenRefused('date-ahead', 'asAt');
    given(...waiting)
      .when(sendBack({ asAt: '2018-01-13' }))
      .thenRefused('before-claim', 'asAt');
  });
  it('needs a claim that stands', () => {
    given(raised).when(sendBack()).thenRefused('not-claimed', '');
    given(...VERIFIED)
      .when(sendBack())
      .thenRefused('completion-verified', '');
    given(...WITHDRAWN)
      .when(sendBack())
      .thenRefused('action-withdrawn', '');
  });
});
