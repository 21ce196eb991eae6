import { fill } from '../../../event-store/command/fill.js';
import { ACTION, raisedAction } from '../../../../test/support/an-action.js';
import { META, specify } from '../../../../test/support/decider-spec.js';
import {
  ClaimCompletion,
  RateAction,
  ReopenAction,
  SendBackCompletion,
  VerifyCompletion,
  WithdrawAction,
  WithdrawEvidence,
} from '../commands.js';
import { actionDecider } from '../decider.js';
import {
  ActionAssigned,
  ActionRated,
  ActionReopened,
  ActionWithdrawn,
  CompletionClaimed,
  CompletionSentBack,
  CompletionVerified,
  EvidenceAttached,
  EvidenceWithdrawn,
} from '../events.js';

const { actionId, ownerId } = ACTION;
const { given } = specify(actionDecider);
const evidenceId = '00000000-0000-4000-8000-000000000051';
const other = { ...META, actor: { userId: 'quality-lead', role: 'quality' } } as const;
const owner = { ...META, actor: { userId: ownerId, role: 'lead' } } as const;

const raised = raisedAction();
const rated = ActionRated.of({
  actionId,
  from: null,
  to: 'green',
  rationale: 'Every contact of the week',
  asAt: '2018-01-15',
});
const attached = EvidenceAttached.of({
  ...{ actionId, evidenceId, title: 'Rota', kind: 'link', link: 'https://council.example/rota', file: null },
  describes: null,
});
const claim = { actionId, summary: 'Every contact for three months', asAt: '2018-01-15', evidenceIds: [evidenceId] };
const claimed = CompletionClaimed.of({ ...claim, claimedBy: 'someone', ownerId });
const verify = { actionId, comment: 'Three months were looked at', asAt: '2018-01-16', evidenceIds: [evidenceId] };
const verified = CompletionVerified.of(verify);
const blue = ActionRated.of({ actionId, from: 'green', to: 'blue', rationale: verify.comment, asAt: verify.asAt });
const why = 'Contacts were late again in April';
const withdrawn = ActionWithdrawn.of({ actionId, why });
const complete = [raised, rated, attached, claimed, verified, blue];

describe('claiming completion', () => {
  it('remembers who claimed it, and who owned it', () =>
    given(raised, rated, attached).when(fill(ClaimCompletion, claim)).then(claimed));
  it('needs no evidence yet', () =>
    given(raised)
      .when(fill(ClaimCompletion, { ...claim, evidenceIds: null }))
      .then(CompletionClaimed.of({ ...claimed.data, evidenceIds: [] })));
  it('twice is once', () => given(raised, attached, claimed).when(fill(ClaimCompletion, claim)).thenNothing());
  it('waits for an answer before it is claimed anew', () =>
    given(raised, attached, claimed)
      .when(fill(ClaimCompletion, { ...claim, summary: 'Every contact for four months' }))
      .thenRefused('already-claimed', ''));
  it('names evidence that stands', () => {
    given(raised).when(fill(ClaimCompletion, claim)).thenRefused('no-such-evidence', 'evidenceIds');
    given(raised, attached, EvidenceWithdrawn.of({ actionId, evidenceId, title: 'Rota', why }))
      .when(fill(ClaimCompletion, claim))
      .thenRefused('no-such-evidence', 'evidenceIds');
  });
  it('is not for a day to come', () =>
    given(raised, attached)
      .when(fill(ClaimCompletion, { ...claim, asAt: '2018-01-17' }))
      .thenRefused('date-ahead', 'asAt'));
  it('is for an action that is still worked on', () => {
    given(...complete)
      .when(fill(ClaimCompletion, claim))
      .thenRefused('completion-verified', '');
    given(raised, attached, withdrawn).when(fill(ClaimCompletion, claim)).thenRefused('action-withdrawn', '');
  });
});

describe('verifying completion', () => {
  it('makes it blue in the same breath', () =>
    given(raised, rated, attached, claimed).when(fill(VerifyCompletion, verify), other).then(verified, blue));
  it('is not for whoever owns it', () =>
    given(raised, attached, claimed).when(fill(VerifyCompletion, verify), owner).thenRefused('own-action', ''));
  it('is not for whoever claimed it', () =>
    given(raised, attached, claimed).when(fill(VerifyCompletion, verify)).thenRefused('own-action', ''));
  it('is not for whoever owned it when it was claimed, handed over or not', () =>
    given(
      raised,
      attached,
      claimed,
      ActionAssigned.of({ actionId, ownerRole: 'Duty', ownerId: null, fromRole: ACTION.leadRole, fromId: ownerId }),
    )
      .when(fill(VerifyCompletion, verify), owner)
      .thenRefused('own-action', ''));
  it('needs evidence', () =>
    given(raised, CompletionClaimed.of({ ...claimed.data, evidenceIds: [] }))
      .when(fill(VerifyCompletion, { ...verify, evidenceIds: [] }), other)
      .thenRefused('no-evidence', 'evidenceIds'));
  it('names the evidence that was looked at', () =>
    given(raised, attached, claimed)
      .when(fill(VerifyCompletion, { ...verify, evidenceIds: [] }), other)
      .thenRefused('no-evidence', 'evidenceIds'));
  it('needs a claim', () =>
    given(raised, attached).when(fill(VerifyCompletion, verify), other).thenRefused('not-claimed', ''));
  it('is not earlier than the claim', () =>
    given(raised, attached, claimed)
      .when(fill(VerifyCompletion, { ...verify, asAt: '2018-01-14' }), other)
      .thenRefused('before-claim', 'asAt'));
  it('twice is once', () =>
    given(...complete)
      .when(fill(VerifyCompletion, verify), other)
      .thenNothing());
  it('keeps the evidence that it rests on', () =>
    given(...complete)
      .when(fill(WithdrawEvidence, { actionId, evidenceId, why }))
      .thenRefused('evidence-relied-upon', 'evidenceId'));
  it('leaves no other colour', () =>
    given(...complete)
      .when(fill(RateAction, { actionId, to: 'amber', rationale: 'Late again in April', asAt: '2018-01-16' }))
      .thenRefused('completion-verified', 'to'));
  it('lets blue be said once more, for another reason', () =>
    given(...complete)
      .when(fill(RateAction, { actionId, to: 'blue', rationale: 'Still every contact', asAt: '2018-01-16' }))
      .then(
        ActionRated.of({ actionId, from: 'blue', to: 'blue', rationale: 'Still every contact', asAt: '2018-01-16' }),
      ));
});

describe('sending a claim back', () => {
  const sendBack = fill(SendBackCompletion, { actionId, why, asAt: '2018-01-16' });
  const sentBack = CompletionSentBack.of({ actionId, why, asAt: '2018-01-16' });

  it('lets it be worked on again', () => {
    given(raised, attached, claimed).when(sendBack, other).then(sentBack);
    given(raised, attached, claimed, sentBack).when(fill(ClaimCompletion, claim)).then(claimed);
  });
  it('is not for whoever owns or claimed it', () => {
    given(raised, attached, claimed).when(sendBack).thenRefused('own-action', '');
    given(raised, attached, claimed).when(sendBack, owner).thenRefused('own-action', '');
  });
  it('needs a claim', () => given(raised).when(sendBack, other).thenRefused('not-claimed', ''));
});

describe('reopening an action', () => {
  const reopen = fill(ReopenAction, { actionId, why });
  const { to: rating, rationale, asAt } = rated.data;

  it('goes back to the rating before blue', () => {
    const reopened = ActionReopened.of({ actionId, was: 'verified', ratingAfter: { rating, rationale, asAt }, why });
    given(...complete)
      .when(reopen)
      .then(reopened);
    given(...complete, reopened)
      .when(fill(RateAction, { actionId, to: 'blue', rationale: 'It is still done', asAt: '2018-01-16' }))
      .thenRefused('blue-needs-verification', 'to');
  });
  it('goes back to no rating where there was none', () =>
    given(raised, attached, claimed, verified, ActionRated.of({ ...blue.data, from: null }))
      .when(reopen)
      .then(ActionReopened.of({ actionId, was: 'verified', ratingAfter: null, why })));
  it('takes a withdrawn action up again', () =>
    given(raised, rated, withdrawn)
      .when(reopen)
      .then(ActionReopened.of({ actionId, was: 'withdrawn', ratingAfter: { rating, rationale, asAt }, why })));
  it('of an open one is nothing', () => given(raised).when(reopen).thenNothing());
  it('is not the answer to a claim', () => given(raised, claimed).when(reopen).thenRefused('only-claimed', ''));
});

describe('withdrawing an action', () => {
  const withdraw = fill(WithdrawAction, { actionId, why });

  it('leaves it in the plan', () => given(raised).when(withdraw).then(withdrawn));
  it('twice is once', () => given(raised, withdrawn).when(withdraw).thenNothing());
  it('is not for one whose completion was verified', () =>
    given(...complete)
      .when(withdraw)
      .thenRefused('completion-verified', ''));
});
