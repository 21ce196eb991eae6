import type { BoardAction } from '../../../../projections/action-board/query.js';
import type { RecordedCommand } from '../../../event-store/command/command.js';
import type { Permission } from '../../../identity/permissions.js';
import type { Typed } from '../../answer/page.js';

/** One box of a form, as the page draws it. `hint` says what is wanted before it is wrong. */
export type Field = Readonly<{
  name: string;
  label: string;
  hint?: string;
  kind: 'text' | 'textarea' | 'day' | 'due' | 'radios' | 'checkboxes';
  /** What can be chosen, for radios and checkboxes. */
  choices?: (action: BoardAction) => readonly (readonly [value: string, text: string])[];
  /** What stands in it before anybody types. */
  initial?: (action: BoardAction, today: string) => string;
}>;

/** One thing that can be done with an action: a form of a few boxes, and the command that it sends. */
export type Verb = Readonly<{
  /** Last part of the address. */
  path: string;
  /** The button on the action's page, and the heading of the form. */
  title: string;
  permission: Permission;
  /** Who may, in words, for whoever may not. */
  who: string;
  fields: readonly Field[];
  button: string;
  done: string;
  command: (typed: Typed, action: BoardAction) => RecordedCommand;
  /** Why it cannot be done with this action now; null when it can. `userId` is who asks. */
  closed: (action: BoardAction, userId: string) => string | null;
}>;

/** Several lines or commas, as a list without empty entries. */
export const listIn = (text: string | undefined, separator = /[\n,]/): string[] =>
  (text ?? '')
    .split(separator)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
