import { ActionRaised, ActionRated, ProgressNoted } from '../../src/plan/action/events.js';
import { defineProjection, when } from '../kit/define-projection.js';
import { actionBoardTable, type ActionBoardRow } from './row.js';

const unrated = { rating: null, rationale: null, ratedAsAt: null, lastNote: null, lastNoteAsAt: null };

export const actionBoard = defineProjection<ActionBoardRow>({
  name: 'action-board',
  answers: 'Which actions are in the plan, what colour is each, and what was last said about it?',
  table: actionBoardTable,
  whens: [
    when(
      ActionRaised,
      (raised) => raised.actionId,
      (_row, raised, { revision }) => ({ ...raised, ...unrated, revision }),
    ),
    when(
      ActionRated,
      (rated) => rated.actionId,
      (row, { to, rationale, asAt }, { revision }) =>
        row ? { ...row, rating: to, rationale, ratedAsAt: asAt, revision } : null,
    ),
    when(
      ProgressNoted,
      (noted) => noted.actionId,
      (row, { note, asAt }, { revision }) => (row ? { ...row, lastNote: note, lastNoteAsAt: asAt, revision } : null),
    ),
  ],
});
