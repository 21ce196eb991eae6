import type { EventOf } from '../../kernel/event-type.js';
import { NotFound } from '../../kernel/refusal.js';
import type {
  ActionPutAtRisk,
  ActionRaised,
  ActionRated,
  CompletionClaimed,
  CompletionSentBack,
  CompletionVerified,
  DisputeAnswered,
  EscalationAnswered,
  ActionEscalated,
  EvidenceAttached,
  Particulars,
  ProgressNoted,
} from './events.js';

type Data<Event> = EventOf<Event>['data'];
type By<Value> = Readonly<Record<string, Value>>;

export type Owner = Readonly<{ ownerRole: string | null; ownerId: string | null }>;
export type Rated = Pick<Data<typeof ActionRated>, 'to' | 'rationale' | 'asAt'>;
export type Step = Readonly<{
  title: string;
  dueOn: string;
  addedFor: string;
  doneOn: string | null;
  dropped: boolean;
}>;
export type Evidence = Readonly<{ said: Data<typeof EvidenceAttached>; withdrawn: boolean }>;
export type Escalation = Readonly<{
  asked: Data<typeof ActionEscalated>;
  answered: Data<typeof EscalationAnswered> | null;
}>;

/** Open; claimed and waiting for somebody else; verified; or withdrawn. Only the first two are still worked on. */
export type Completion =
  | Readonly<{ status: 'open'; sentBack: Data<typeof CompletionSentBack> | null }>
  | Readonly<{ status: 'claimed'; claim: Data<typeof CompletionClaimed> }>
  | Readonly<{ status: 'verified'; claim: Data<typeof CompletionClaimed>; verified: Data<typeof CompletionVerified> }>
  | Readonly<{ status: 'withdrawn' }>;

/** What was said last of each thing, mostly in the shape of the event that said it. */
export type Live = Readonly<{
  status: 'live';
  /** As it was raised, so that raising it once more is known to be the same. */
  raised: Data<typeof ActionRaised>;
  particulars: Particulars;
  owner: Owner;
  noted: Data<typeof ProgressNoted> | null;
  /** The rating claimed, and the last one that was not blue: what a reopened action goes back to. */
  rated: Rated | null;
  ratedBeforeBlue: Rated | null;
  risk: Data<typeof ActionPutAtRisk> | null;
  dispute: Data<typeof DisputeAnswered> | null;
  dueOn: string | null;
  firstDueOn: string | null;
  moves: number;
  steps: By<Step>;
  evidence: By<Evidence>;
  escalations: By<Escalation>;
  completion: Completion;
}>;
export type Action = Readonly<{ status: 'absent' }> | Live;

/** @throws NotFound */
export const raised = (action: Action): Live => {
  if (action.status === 'absent')
    throw new NotFound('no-such-action', 'There is no such action in this plan.', 'actionId');
  return action;
};

export const begun = (said: Data<typeof ActionRaised>): Live => {
  const { actionId: _a, planId: _p, reference: _r, leadRole: ownerRole, ownerId, dueOn, ...particulars } = said;
  return {
    status: 'live',
    raised: said,
    particulars,
    owner: { ownerRole, ownerId },
    ...{ noted: null, rated: null, ratedBeforeBlue: null, risk: null, dispute: null },
    ...{ dueOn, firstDueOn: dueOn, moves: 0 },
    ...{ steps: {}, evidence: {}, escalations: {} },
    completion: { status: 'open', sentBack: null },
  };
};

/** What stands: attached, and not withdrawn. */
export const standingEvidence = ({ evidence }: Live): string[] =>
  Object.entries(evidence)
    .filter(([, { withdrawn }]) => !withdrawn)
    .map(([id]) => id);
