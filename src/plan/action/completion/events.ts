import { z } from 'zod';
import { Brag } from '../../../kernel/brag.js';
import { defineEvent, type EventOf } from '../../../kernel/event-type.js';
import { Day } from '../../../kernel/plain-date.js';
import { action, Id, Said } from '../about.js';

const count = (ids: readonly string[]): string => (ids.length === 1 ? '1 piece' : `${ids.length} pieces`);

export const CompletionClaimed = defineEvent('CompletionClaimed', {
  meaning: 'Somebody says that the action is complete. It is not blue before somebody else has verified it.',
  schema: z.object({
    actionId: Id,
    summary: Said,
    asAt: Day,
    evidenceIds: z.array(Id),
    /** Who claimed it, and who owned it then: neither may verify it. */
    claimedBy: Said,
    ownerId: Said.nullable(),
  }),
  words: (d) => `Claimed completion: ${d.summary}`,
  subject: action,
});

export const CompletionVerified = defineEvent('CompletionVerified', {
  meaning: 'Somebody who neither owns the action nor claimed it looked at the evidence and found it complete.',
  schema: z.object({ actionId: Id, comment: Said, asAt: Day, evidenceIds: z.array(Id).min(1) }),
  words: (d) => `Verified completion with ${count(d.evidenceIds)} of evidence`,
  reason: (d) => d.comment,
  subject: action,
});

export const CompletionSentBack = defineEvent('CompletionSentBack', {
  meaning: 'Somebody who neither owns the action nor claimed it found it not complete.',
  schema: z.object({ actionId: Id, why: Said, asAt: Day }),
  words: () => 'Sent the claim of completion back',
  reason: (d) => d.why,
  subject: action,
});

export const ActionReopened = defineEvent('ActionReopened', {
  meaning: 'An action that was over is to be worked on again. The rating goes back to what it was before blue.',
  schema: z.object({
    actionId: Id,
    was: z.enum(['verified', 'withdrawn']),
    ratingAfter: z.object({ rating: Brag, rationale: Said, asAt: Day }).nullable(),
    why: Said,
  }),
  words: ({ was, ratingAfter }) =>
    was === 'withdrawn'
      ? 'Took the action up again'
      : `Reopened the action, ${ratingAfter?.rating ?? 'not rated'} as before`,
  reason: (d) => d.why,
  subject: action,
});

export const ActionWithdrawn = defineEvent('ActionWithdrawn', {
  meaning: 'The action is no longer to be done. It stays in the plan, with its history.',
  schema: z.object({ actionId: Id, why: Said }),
  words: () => 'Withdrew the action',
  reason: (d) => d.why,
  subject: action,
});

export const completionEvents = [
  CompletionClaimed,
  CompletionVerified,
  CompletionSentBack,
  ActionReopened,
  ActionWithdrawn,
] as const;
export type CompletionEvent = EventOf<(typeof completionEvents)[number]>;
