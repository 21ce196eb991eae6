import { moreFavourable } from '../../../kernel/derived-rating.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Changes, Decisions } from '../chapter.js';
import { notAhead, notWithdrawn, same, stillOpen } from '../refusals.js';
import type { Live, Rated } from '../state.js';
import type { RatingCommand } from './commands.js';
import { ActionPutAtRisk, ActionRated, ActionRiskLifted, DisputeAnswered, type RatingEvent } from './events.js';

/** Blue says that it is complete and evidenced, and that somebody else has seen it. */
const mustBeColourOf = (action: Live, to: Rated['to']): void => {
  notWithdrawn(action);
  const verified = action.completion.status === 'verified';
  if (to === 'blue' && !verified)
    throw new Refusal(
      'blue-needs-verification',
      'Blue is given when completion has been verified with evidence. Claim completion instead.',
      'to',
    );
  if (to !== 'blue' && verified)
    throw new Refusal(
      'completion-verified',
      'Completion of this action was verified, so it is blue. Reopen it before you rate it otherwise.',
      'to',
    );
};

const mustBeDisputed = (
  { rated }: Live,
  { claimed, derived }: Pick<RatingEvent & { type: 'DisputeAnswered' }, 'data'>['data'],
) => {
  if (rated?.to !== claimed)
    throw new Refusal(
      'rating-changed',
      `The rating claimed is now ${rated?.to ?? 'none'}. Look at it again before you answer.`,
      'claimed',
    );
  if (!moreFavourable(claimed, derived))
    throw new Refusal(
      'no-dispute',
      `${claimed} claims no more than ${derived}: there is nothing to answer.`,
      'derived',
    );
};

export const ratingDecisions: Decisions<RatingCommand> = {
  RateAction: (command, action, { now }) => {
    const { rated } = action;
    const event = ActionRated.of({ ...command, from: rated?.to ?? null });
    const { to, rationale, asAt } = event.data;
    if (same({ to, rationale, asAt }, rated)) return [];
    mustBeColourOf(action, to);
    notAhead(asAt, now);
    return [event];
  },

  PutActionAtRisk: (command, action, { now }) => {
    const event = ActionPutAtRisk.of(command);
    if (same(event.data, action.risk)) return [];
    stillOpen(action);
    notAhead(command.asAt, now);
    return [event];
  },

  LiftActionRisk: (command, action) => {
    if (!action.risk) return [];
    stillOpen(action);
    return [ActionRiskLifted.of(command)];
  },

  AnswerDispute: (command, action, { now }) => {
    const event = DisputeAnswered.of(command);
    if (same(event.data, action.dispute)) return [];
    stillOpen(action);
    mustBeDisputed(action, event.data);
    notAhead(command.asAt, now);
    return [event];
  },
};

export const ratingChanges: Changes<RatingEvent> = {
  ActionRated: (action, { to, rationale, asAt }) => {
    const rated = { to, rationale, asAt };
    return { ...action, rated, ratedBeforeBlue: to === 'blue' ? action.ratedBeforeBlue : rated };
  },
  ActionPutAtRisk: (action, risk) => ({ ...action, risk }),
  ActionRiskLifted: (action) => ({ ...action, risk: null }),
  DisputeAnswered: (action, dispute) => ({ ...action, dispute }),
};
