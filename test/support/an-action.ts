import type { Meta } from '../../src/kernel/decider.js';
import type { Role } from '../../src/kernel/role.js';
import {
  ActionRaised,
  ActionRated,
  ActionWithdrawn,
  CompletionClaimed,
  CompletionVerified,
  EvidenceAttached,
} from '../../src/plan/action/events.js';

/** An action as a spec takes it for granted. */
export const ACTION = {
  actionId: '00000000-0000-4000-8000-000000000012',
  planId: '00000000-0000-4000-8000-000000000001',
  reference: 'A12',
  theme: 4,
  planRefs: ['4a(iv)'],
  title: 'Decide on every contact within a day',
  leadRole: 'Head of the front door',
  ownerId: 'front.door',
  supportingLeads: ['Head of performance'],
  dependsOn: ['Police'],
  startOn: '2017-09',
  dueOn: '2018-03-31',
  successLooksLike: 'Nine in ten contacts are decided within a day',
  measureIds: ['00000000-0000-4000-8000-000000000031'],
  recommendations: ['Ofsted 2017, 3'],
};
const { actionId } = ACTION;

/** What of it may be worded anew. */
export const PARTICULARS = {
  theme: ACTION.theme,
  planRefs: ACTION.planRefs,
  title: ACTION.title,
  supportingLeads: ACTION.supportingLeads,
  dependsOn: ACTION.dependsOn,
  startOn: ACTION.startOn,
  successLooksLike: ACTION.successLooksLike,
  measureIds: ACTION.measureIds,
  recommendations: ACTION.recommendations,
};

export const raisedAction = (changed: Partial<Parameters<typeof ActionRaised.of>[0]> = {}) =>
  ActionRaised.of({ ...ACTION, ...changed });

const evidenceId = '00000000-0000-4000-8000-000000000051';
export const EVIDENCE = {
  ...{ actionId, evidenceId, title: 'Minutes of the board', kind: 'link' as const },
  ...{ link: 'https://example.org/minutes', file: null, describes: null },
};
export const CLAIM = {
  ...{ actionId, summary: 'Nine in ten are decided within a day', asAt: '2018-01-14', evidenceIds: [evidenceId] },
};
export const VERDICT = {
  ...{ actionId, comment: 'The minutes show three months', asAt: '2018-01-15', evidenceIds: [evidenceId] },
};

export const attached = EvidenceAttached.of(EVIDENCE);
export const claimed = CompletionClaimed.of({ ...CLAIM, claimedBy: 'deputy', ownerId: ACTION.ownerId });
export const verified = CompletionVerified.of(VERDICT);
export const ratedBlue = ActionRated.of({
  ...{ actionId, from: null, to: 'blue', rationale: VERDICT.comment, asAt: VERDICT.asAt },
});
export const withdrawn = ActionWithdrawn.of({ actionId, why: 'It became part of action A14' });

/** The histories after which an action is over. */
export const VERIFIED = [raisedAction(), attached, claimed, verified, ratedBlue];
export const WITHDRAWN = [raisedAction(), attached, withdrawn];

/** As somebody else than the one who sends every other command of a spec. */
export const as = (userId: string, role: Role = 'quality'): Meta => ({
  now: '2018-01-16T09:30:00.000Z',
  actor: { userId, role },
});
