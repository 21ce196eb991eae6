import type { BoardAction } from '../../../projections/action-board/query.js';
import type { Person } from '../shell/shell.js';
import { VERBS } from './verb/verbs.js';

/** A button, or the reason why it is not there. */
export type Offer = Readonly<{ title: string; path: string; why: string | null }>;

/** What this person can do with the action now, and what not and why. */
export const offersFor = (action: BoardAction, { userId, may }: Pick<Person, 'userId' | 'may'>): Offer[] =>
  VERBS.map(({ title, path, permission, who, closed }) => ({
    title,
    path,
    why: may(permission) ? closed(action, userId) : who,
  }));
