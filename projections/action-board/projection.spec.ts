import * as action from '../../src/plan/action/events.js';
import { ACTION, raisedAction } from '../../test/support/an-action.js';
import { projectionSpec } from '../../test/support/projection-spec.js';
import { actionBoard } from './index.js';
import type { ActionBoardRow } from './row.js';

const { actionId } = ACTION;
const step = { actionId, stepId: '00000000-0000-4000-8000-000000000041', title: 'Train the night team' };
const evidence = { actionId, evidenceId: '00000000-0000-4000-8000-000000000051', title: 'Rota of January' };
const asked = { actionId, escalationId: '00000000-0000-4000-8000-000000000061', board: 'the improvement board' };
const red = { to: 'red', rationale: 'Two of three teams are late', asAt: '2018-01-15' } as const;

const fresh: ActionBoardRow = {
  ...ACTION,
  ...{ firstDueOn: ACTION.dueOn, moves: [], raisedOn: '2018-01-16', revision: 0 },
  ...{ rating: null, rationale: null, ratedAsAt: null, lastNote: null, lastNoteAsAt: null, lastUpdateOn: null },
  ...{ risk: null, riskAsAt: null, dispute: null, steps: [], evidence: [], escalations: [] },
  ...{ completion: 'open', claim: null, verifiedAsAt: null, verifiedBy: null, withdrawnWhy: null },
};

const rated = action.ActionRated.of({ actionId, from: null, ...red });
const claimed = action.CompletionClaimed.of({
  ...{ actionId, summary: 'Every contact for three months', asAt: '2018-01-15', evidenceIds: [] },
  ...{ claimedBy: 'front.door', ownerId: 'front.door' },
});
const verified = action.CompletionVerified.of({
  ...{ actionId, comment: 'Three months were looked at', asAt: '2018-01-16', evidenceIds: [evidence.evidenceId] },
});
const claim = {
  summary: 'Every contact for three months',
  asAt: '2018-01-15',
  evidenceIds: [],
  claimedBy: 'front.door',
};
const ratedRed = { rating: 'red', rationale: red.rationale, ratedAsAt: red.asAt, lastUpdateOn: red.asAt } as const;

projectionSpec(actionBoard, (given) => {
  const raised = raisedAction();
  const row = (revision: number, changed: Partial<ActionBoardRow>): ActionBoardRow => ({
    ...fresh,
    ...changed,
    revision,
  });

  it('lists a new action, not yet rated', () => given(raised).thenRow(actionId, fresh));

  it('knows what was worded anew, and who owns it', () =>
    given(
      raised,
      action.ActionParticularsChanged.of({
        ...{ actionId, why: 'The board asked for a limit' },
        from: ACTION,
        to: { ...ACTION, title: 'Decide within a day', theme: 2 },
      }),
      action.ActionAssigned.of({
        ...{ actionId, ownerRole: 'Head of duty', ownerId: null },
        ...{ fromRole: ACTION.leadRole, fromId: ACTION.ownerId },
      }),
    ).thenRow(actionId, row(2, { title: 'Decide within a day', theme: 2, leadRole: 'Head of duty', ownerId: null })));

  it('shows its colour and what was last said, and of several updates the latest day', () =>
    given(
      raised,
      rated,
      action.ProgressNoted.of({ actionId, note: 'Trained the night team', asAt: '2017-12' }),
    ).thenRow(actionId, row(2, { ...ratedRed, lastNote: 'Trained the night team', lastNoteAsAt: '2017-12' })));

  it('shows a risk until it is lifted', () => {
    const put = action.ActionPutAtRisk.of({ actionId, risk: 'One officer leaves', asAt: '2018-01-10' });
    const atRisk = { risk: 'One officer leaves', riskAsAt: '2018-01-10', lastUpdateOn: '2018-01-10' };
    given(raised, put).thenRow(actionId, row(1, atRisk));
    given(raised, put, action.ActionRiskLifted.of({ actionId, why: 'Another was found' })).thenRow(
      actionId,
      row(2, { lastUpdateOn: '2018-01-10' }),
    );
  });

  it('keeps what the owner answered', () => {
    const dispute = {
      claimed: 'green',
      derived: 'red',
      answer: 'December was entered late',
      asAt: '2018-01-16',
    } as const;
    given(raised, action.DisputeAnswered.of({ actionId, ...dispute })).thenRow(actionId, row(1, { dispute }));
  });

  it('keeps the first due date and every move', () => {
    const move = { from: '2018-03-31', to: '2018-06-30', agreedBy: 'the board', why: 'The rota begins in April' };
    given(raised, action.DueDateMoved.of({ actionId, ...move, ordinal: 1 })).thenRow(
      actionId,
      row(1, { dueOn: '2018-06-30', moves: [{ ...move, movedOn: '2018-01-16' }] }),
    );
  });

  it('takes a first date that comes later as the first', () =>
    given(
      raisedAction({ dueOn: null }),
      action.DueDateSet.of({ actionId, dueOn: '2018-05', agreedBy: 'the board', why: 'It had none' }),
    ).thenRow(actionId, row(1, { dueOn: '2018-05', firstDueOn: '2018-05' })));

  it('keeps steps, whatever becomes of them', () => {
    const added = action.StepAdded.of({ ...step, dueOn: '2018-02-28' });
    const line = { stepId: step.stepId, title: step.title, dueOn: '2018-02-28', doneOn: null, dropped: false };
    given(raised, added).thenRow(actionId, row(1, { steps: [line] }));
    const moved = action.StepMoved.of({ ...step, from: '2018-02-28', to: '2018-03', why: 'The trainer was ill' });
    const done = action.StepDone.of({ ...step, doneOn: '2018-01-12' });
    given(raised, added, moved, done).thenRow(
      actionId,
      row(3, { steps: [{ ...line, dueOn: '2018-03', doneOn: '2018-01-12' }], lastUpdateOn: '2018-01-12' }),
    );
    const reopened = action.StepReopened.of({ ...step, why: 'One shift was left out' });
    given(raised, added, done, reopened).thenRow(actionId, row(3, { steps: [line], lastUpdateOn: '2018-01-12' }));
    given(raised, added, action.StepDropped.of({ ...step, why: 'The shift was given up' })).thenRow(
      actionId,
      row(2, { steps: [{ ...line, dropped: true }] }),
    );
  });

  it('keeps evidence, withdrawn or not', () => {
    const attached = { kind: 'link' as const, link: 'https://council.example/rota', file: null, describes: null };
    const line = { evidenceId: evidence.evidenceId, title: evidence.title, ...attached };
    const put = action.EvidenceAttached.of({ ...evidence, ...attached });
    given(raised, put).thenRow(actionId, row(1, { evidence: [{ ...line, withdrawn: false }] }));
    given(raised, put, action.EvidenceWithdrawn.of({ ...evidence, why: 'Another team' })).thenRow(
      actionId,
      row(2, { evidence: [{ ...line, withdrawn: true }] }),
    );
  });

  it('keeps what a board was asked, with its answer', () => {
    const question = action.ActionEscalated.of({
      ...asked,
      question: 'May an agency fill the post?',
      asAt: '2018-01-15',
    });
    const line = {
      ...{ escalationId: asked.escalationId, board: asked.board, question: 'May an agency fill the post?' },
      ...{ askedOn: '2018-01-15', answer: null, answeredOn: null },
    };
    given(raised, question).thenRow(actionId, row(1, { escalations: [line] }));
    given(raised, question, action.EscalationAnswered.of({ ...asked, answer: 'Yes', asAt: '2018-01-16' })).thenRow(
      actionId,
      row(2, { escalations: [{ ...line, answer: 'Yes', answeredOn: '2018-01-16' }] }),
    );
  });

  it('follows a claim to where it is verified, and back', () => {
    given(raised, claimed).thenRow(actionId, row(1, { completion: 'claimed', claim, lastUpdateOn: '2018-01-15' }));
    const blue = action.ActionRated.of({
      ...{ actionId, from: null, to: 'blue', rationale: 'Three months were looked at', asAt: '2018-01-16' },
    });
    given(raised, claimed, verified, blue).thenRow(
      actionId,
      row(3, {
        ...{ completion: 'verified', claim, verifiedAsAt: '2018-01-16', verifiedBy: 'someone' },
        ...{
          rating: 'blue',
          rationale: 'Three months were looked at',
          ratedAsAt: '2018-01-16',
          lastUpdateOn: '2018-01-16',
        },
      }),
    );
    const { to: rating, rationale, asAt } = red;
    const reopened = {
      actionId,
      was: 'verified',
      ratingAfter: { rating, rationale, asAt },
      why: 'Late again',
    } as const;
    given(raised, rated, claimed, verified, blue, action.ActionReopened.of(reopened)).thenRow(
      actionId,
      row(5, { ...ratedRed, lastUpdateOn: '2018-01-16' }),
    );
    given(
      raised,
      claimed,
      action.CompletionSentBack.of({ actionId, why: 'Two months only', asAt: '2018-01-16' }),
    ).thenRow(actionId, row(2, { lastUpdateOn: '2018-01-15' }));
  });

  it('leaves a withdrawn action where it is', () =>
    given(raised, action.ActionWithdrawn.of({ actionId, why: 'Part of A14 now' })).thenRow(
      actionId,
      row(1, { completion: 'withdrawn', withdrawnWhy: 'Part of A14 now' }),
    ));
});
