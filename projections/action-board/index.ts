import * as action from '../../src/plan/action/events.js';
import type { AnyEventType, EventOf } from '../../src/kernel/event-type.js';
import { lastDayOf } from '../../src/kernel/due.js';
import { londonDay } from '../../src/kernel/plain-date.js';
import { defineProjection, when, type Recorded, type When } from '../kit/define-projection.js';
import { actionBoardTable, type ActionBoardRow } from './row.js';

const nothingYet = () => ({
  ...{ moves: [], rating: null, rationale: null, ratedAsAt: null, lastNote: null, lastNoteAsAt: null },
  ...{ risk: null, riskAsAt: null, dispute: null, steps: [], evidence: [], escalations: [] },
  ...{ lastUpdateOn: null, claim: null, verifiedAsAt: null, verifiedBy: null, withdrawnWhy: null },
  completion: 'open' as const,
});

/** An event that changes part of the row of its action. */
const changes = <E extends AnyEventType>(
  event: E,
  change: (data: EventOf<E>['data'], row: ActionBoardRow, recorded: Recorded) => Partial<ActionBoardRow>,
): When<ActionBoardRow> =>
  when(
    event,
    ({ actionId }) => actionId as string,
    (row, data, recorded) => (row ? { ...row, ...change(data, row, recorded), revision: recorded.revision } : null),
  );

/** A day or a month, whichever ends later. */
const later = (one: string | null, other: string): string =>
  one !== null && lastDayOf(one)! > lastDayOf(other)! ? one : other;

/** The same by an event that says where the action stands, and as at when. */
const updates = <E extends AnyEventType>(
  event: E,
  change: (data: EventOf<E>['data']) => Partial<ActionBoardRow>,
): When<ActionBoardRow> =>
  changes(event, (data, row) => ({ ...change(data), lastUpdateOn: later(row.lastUpdateOn, data.asAt as string) }));

const withStep = ({ steps }: ActionBoardRow, stepId: string, change: Partial<ActionBoardRow['steps'][number]>) => ({
  steps: steps.map((step) => (step.stepId === stepId ? { ...step, ...change } : step)),
});

const over = { claim: null, verifiedAsAt: null, verifiedBy: null };

export const actionBoard = defineProjection<ActionBoardRow>({
  name: 'action-board',
  answers:
    'Which actions are in the plan, what is known of each, what colour is claimed, and what was last said about it?',
  table: actionBoardTable,
  whens: [
    when(
      action.ActionRaised,
      (raised) => raised.actionId,
      (_row, raised, { revision, recordedAt }) => ({
        ...raised,
        ...nothingYet(),
        firstDueOn: raised.dueOn,
        raisedOn: londonDay(recordedAt),
        revision,
      }),
    ),
    changes(action.ActionParticularsChanged, ({ to }) => to),
    changes(action.ActionAssigned, ({ ownerRole, ownerId }) => ({ leadRole: ownerRole, ownerId })),
    updates(action.ProgressNoted, ({ note, asAt }) => ({ lastNote: note, lastNoteAsAt: asAt })),

    updates(action.ActionRated, ({ to, rationale, asAt }) => ({ rating: to, rationale, ratedAsAt: asAt })),
    updates(action.ActionPutAtRisk, ({ risk, asAt }) => ({ risk, riskAsAt: asAt })),
    changes(action.ActionRiskLifted, () => ({ risk: null, riskAsAt: null })),
    changes(action.DisputeAnswered, ({ claimed, derived, answer, asAt }) => ({
      dispute: { claimed, derived, answer, asAt },
    })),

    changes(action.DueDateSet, ({ dueOn }, row) => ({ dueOn, firstDueOn: row.firstDueOn ?? dueOn })),
    changes(action.DueDateMoved, ({ from, to, agreedBy, why }, { moves }, { recordedAt }) => ({
      dueOn: to,
      moves: [...moves, { from, to, agreedBy, why, movedOn: londonDay(recordedAt) }],
    })),

    changes(action.StepAdded, ({ stepId, title, dueOn }, { steps }) => ({
      steps: [...steps, { stepId, title, dueOn, doneOn: null, dropped: false }],
    })),
    changes(action.StepDone, ({ stepId, doneOn }, row) => ({
      ...withStep(row, stepId, { doneOn }),
      lastUpdateOn: later(row.lastUpdateOn, doneOn),
    })),
    changes(action.StepReopened, ({ stepId }, row) => withStep(row, stepId, { doneOn: null, dropped: false })),
    changes(action.StepMoved, ({ stepId, to }, row) => withStep(row, stepId, { dueOn: to })),
    changes(action.StepDropped, ({ stepId }, row) => withStep(row, stepId, { dropped: true })),

    changes(action.EvidenceAttached, ({ actionId: _, ...attached }, { evidence }) => ({
      evidence: [...evidence, { ...attached, withdrawn: false }],
    })),
    changes(action.EvidenceWithdrawn, ({ evidenceId }, { evidence }) => ({
      evidence: evidence.map((piece) => (piece.evidenceId === evidenceId ? { ...piece, withdrawn: true } : piece)),
    })),

    changes(action.ActionEscalated, ({ escalationId, board, question, asAt }, { escalations }) => ({
      escalations: [...escalations, { escalationId, board, question, askedOn: asAt, answer: null, answeredOn: null }],
    })),
    changes(action.EscalationAnswered, ({ escalationId, answer, asAt }, { escalations }) => ({
      escalations: escalations.map((asked) =>
        asked.escalationId === escalationId ? { ...asked, answer, answeredOn: asAt } : asked,
      ),
    })),

    updates(action.CompletionClaimed, ({ summary, asAt, evidenceIds, claimedBy }) => ({
      completion: 'claimed',
      claim: { summary, asAt, evidenceIds, claimedBy },
    })),
    changes(action.CompletionVerified, ({ asAt }, _row, { actor }) => ({
      completion: 'verified',
      verifiedAsAt: asAt,
      verifiedBy: actor.userId,
    })),
    changes(action.CompletionSentBack, () => ({ completion: 'open', ...over })),
    changes(action.ActionReopened, ({ ratingAfter: after }) => ({
      ...{ completion: 'open', ...over, withdrawnWhy: null },
      ...{ rating: after?.rating ?? null, rationale: after?.rationale ?? null, ratedAsAt: after?.asAt ?? null },
    })),
    changes(action.ActionWithdrawn, ({ why }) => ({ completion: 'withdrawn', ...over, withdrawnWhy: why })),
  ],
});
