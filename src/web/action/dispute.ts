import type { BoardAction } from '../../../projections/action-board/query.js';
import { fill } from '../../event-store/command/fill.js';
import { AnswerDispute } from '../../plan/action/commands.js';

/** The answer to what is claimed and derived now: both are ours to say, and not the sender's. `said` is `answer`, `asAt`. */
export const answering = ({ actionId, rating, standing: { derived } }: BoardAction, said: object): AnswerDispute =>
  fill(AnswerDispute, { ...said, actionId, claimed: rating, derived: derived.rating });
