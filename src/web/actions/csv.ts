import type { BoardAction } from '../../../projections/action-board/query.js';
import type { Cell } from '../shell/csv.js';

export const CSV_HEADINGS = [
  ...['Reference', 'Theme', 'Plan references', 'Action', 'Owner’s role', 'Owner', 'Start', 'Due', 'First due'],
  ...['Times moved', 'Claimed rating', 'Rationale', 'Rated as at', 'Derived rating', 'What speaks against it'],
  ...['Claimed better than the facts', 'State', 'Last progress', 'As at', 'Known at'],
] as const;

/** One line for each action. `knownAt` is empty where the file holds what is known now. */
export const csvRows = (actions: readonly BoardAction[], knownAt: string | null): Cell[][] =>
  actions.map(({ standing, ...action }) => [
    ...[action.reference, action.theme, action.planRefs.join('; '), action.title, action.leadRole, action.ownerId],
    ...[action.startOn, action.dueOn, action.firstDueOn, action.moves.length],
    ...[action.rating, action.rationale, action.ratedAsAt],
    ...[standing.derived.rating, standing.derived.signs.map(({ working }) => working).join('; ')],
    ...[standing.disputed ? 'yes' : 'no', action.completion, action.lastNote, standing.asAt, knownAt],
  ]);
