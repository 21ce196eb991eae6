import { Refusal } from '../../../kernel/refusal.js';
import type { Changes, Decisions } from '../chapter.js';
import { notAhead, same, stillOpen } from '../refusals.js';
import type { Live } from '../state.js';
import { ActionRated } from '../rating/events.js';
import type { CompletionCommand } from './commands.js';
import {
  ActionReopened,
  ActionWithdrawn,
  CompletionClaimed,
  CompletionSentBack,
  CompletionVerified,
  type CompletionEvent,
} from './events.js';
import { allStanding, claimOf, notOneself, someEvidence } from './refusals.js';

const notBeforeClaim = (asAt: string, claimedAsAt: string): void => {
  if (asAt < claimedAsAt)
    throw new Refusal('before-claim', 'The date must not be earlier than that of the claim.', 'asAt');
};

type Verdict = Readonly<{ comment: string; asAt: string; evidenceIds: readonly string[] }>;
const sameVerdict = (one: Verdict, other: Verdict): boolean =>
  same([one.comment, one.asAt, one.evidenceIds], [other.comment, other.asAt, other.evidenceIds]);

/** What a reopened action goes back to; one that was only withdrawn keeps its rating. */
const ratingAfter = ({ completion, rated, ratedBeforeBlue }: Live) => {
  const kept = completion.status === 'verified' ? ratedBeforeBlue : rated;
  return kept && { rating: kept.to, rationale: kept.rationale, asAt: kept.asAt };
};

export const completionDecisions: Decisions<CompletionCommand> = {
  ClaimCompletion: (command, action, { now, actor }) => {
    const evidenceIds = command.evidenceIds ?? [];
    const by = { claimedBy: actor.userId, ownerId: action.owner.ownerId };
    const event = CompletionClaimed.of({ ...command, evidenceIds, ...by });
    const { completion } = action;
    if (completion.status === 'claimed') {
      if (same(event.data, completion.claim)) return [];
      throw new Refusal('already-claimed', 'Completion is claimed already. It waits to be verified or sent back.');
    }
    stillOpen(action);
    notAhead(command.asAt, now);
    allStanding(evidenceIds, action);
    return [event];
  },

  VerifyCompletion: (command, action, { now, actor }) => {
    const { completion, rated } = action;
    if (completion.status === 'verified' && sameVerdict(completion.verified, command)) return [];
    const claim = claimOf(action);
    notOneself(actor.userId, action, claim);
    someEvidence(command.evidenceIds, action);
    notAhead(command.asAt, now);
    notBeforeClaim(command.asAt, claim.asAt);
    const { actionId, comment: rationale, asAt } = command;
    // Blue follows from it in the same breath: no reader ever sees one without the other.
    return [
      CompletionVerified.of(command),
      ActionRated.of({ actionId, from: rated?.to ?? null, to: 'blue', rationale, asAt }),
    ];
  },

  SendBackCompletion: (command, action, { now, actor }) => {
    const event = CompletionSentBack.of(command);
    const { completion } = action;
    if (completion.status === 'open' && same(event.data, completion.sentBack)) return [];
    const claim = claimOf(action);
    notOneself(actor.userId, action, claim);
    notAhead(command.asAt, now);
    notBeforeClaim(command.asAt, claim.asAt);
    return [event];
  },

  ReopenAction: (command, action) => {
    const { status: was } = action.completion;
    if (was === 'open') return [];
    if (was === 'claimed')
      throw new Refusal('only-claimed', 'Completion is only claimed. Send the claim back instead.');
    return [ActionReopened.of({ ...command, was, ratingAfter: ratingAfter(action) })];
  },

  WithdrawAction: (command, action) => {
    if (action.completion.status === 'withdrawn') return [];
    stillOpen(action);
    return [ActionWithdrawn.of(command)];
  },
};

export const completionChanges: Changes<CompletionEvent> = {
  CompletionClaimed: (action, claim) => ({ ...action, completion: { status: 'claimed', claim } }),
  CompletionVerified: (action, verified) => {
    const { completion } = action;
    return completion.status === 'claimed'
      ? { ...action, completion: { status: 'verified', claim: completion.claim, verified } }
      : action;
  },
  CompletionSentBack: (action, sentBack) => ({ ...action, completion: { status: 'open', sentBack } }),
  ActionReopened: (action, { ratingAfter: after }) => ({
    ...action,
    completion: { status: 'open', sentBack: null },
    rated: after && { to: after.rating, rationale: after.rationale, asAt: after.asAt },
  }),
  ActionWithdrawn: (action) => ({ ...action, completion: { status: 'withdrawn' } }),
};
