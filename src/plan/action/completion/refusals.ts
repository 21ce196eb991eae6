import { Refusal } from '../../../kernel/refusal.js';
import { standingEvidence, type Live } from '../state.js';
import { notWithdrawn } from '../refusals.js';
import type { CompletionClaimed } from './events.js';

type Claim = ReturnType<typeof CompletionClaimed.of>['data'];

/** @throws Refusal when nobody waits for an answer. */
export const claimOf = (action: Live): Claim => {
  notWithdrawn(action);
  const { completion } = action;
  if (completion.status === 'claimed') return completion.claim;
  if (completion.status === 'verified')
    throw new Refusal('completion-verified', 'Completion of this action was verified already.');
  throw new Refusal('not-claimed', 'Completion has not been claimed. Its owner claims it first.');
};

/** Whoever owns the action, owned it when it was claimed, or claimed it, does not judge it. @throws Refusal */
export const notOneself = (actorId: string, { owner }: Live, { claimedBy, ownerId }: Claim): void => {
  if ([owner.ownerId, ownerId, claimedBy].includes(actorId))
    throw new Refusal(
      'own-action',
      'You own this action or claimed its completion. Somebody else must verify it or send it back.',
    );
};

/** @throws Refusal when one of them is not attached, or was withdrawn. */
export const allStanding = (ids: readonly string[], action: Live): void => {
  const standing = standingEvidence(action);
  if (!ids.every((id) => standing.includes(id)))
    throw new Refusal(
      'no-such-evidence',
      'Some of this evidence is not attached to the action, or was withdrawn. Choose again.',
      'evidenceIds',
    );
};

/** @throws Refusal */
export const someEvidence = (ids: readonly string[], action: Live): void => {
  if (standingEvidence(action).length === 0)
    throw new Refusal('no-evidence', 'No evidence is attached. Attach some, or send the claim back.', 'evidenceIds');
  if (ids.length === 0) throw new Refusal('no-evidence', 'Choose the evidence that you have looked at.', 'evidenceIds');
  allStanding(ids, action);
};
