import type { BoardAction } from '../../../../projections/action-board/query.js';

const WITHDRAWN = 'This action was withdrawn. Reopen it first.';
const VERIFIED = 'Completion was verified. Reopen the action before you change it.';

export const unlessWithdrawn = ({ completion }: BoardAction): string | null =>
  completion === 'withdrawn' ? WITHDRAWN : null;

export const unlessOver = (action: BoardAction): string | null =>
  action.completion === 'verified' ? VERIFIED : unlessWithdrawn(action);

/** Whoever owns it or claimed it does not judge it. */
export const unlessClaimedBySomebodyElse = (
  { completion, ownerId, claim }: BoardAction,
  userId: string,
): string | null => {
  if (completion !== 'claimed') return 'Completion has not been claimed.';
  return ownerId === userId || claim?.claimedBy === userId
    ? 'You own this action or claimed its completion: somebody else must verify it or send it back.'
    : null;
};
