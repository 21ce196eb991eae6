import type { Changes, Decisions } from '../chapter.js';
import { notBeforeStart, stillOpen } from '../refusals.js';
import type { DueDateCommand } from './commands.js';
import { DueDateMoved, DueDateSet, type DueDateEvent } from './events.js';

export const dueDateDecisions: Decisions<DueDateCommand> = {
  MoveDueDate: (command, action) => {
    const { dueOn: from, moves, particulars } = action;
    if (command.to === from) return [];
    stillOpen(action);
    notBeforeStart(command.to, particulars.startOn, 'to');
    if (from === null) return [DueDateSet.of({ ...command, dueOn: command.to })];
    return [DueDateMoved.of({ ...command, from, ordinal: moves + 1 })];
  },
};

/** The first due date is set once; whatever follows is a move. */
export const dueDateChanges: Changes<DueDateEvent> = {
  DueDateSet: (action, { dueOn }) => ({ ...action, dueOn, firstDueOn: action.firstDueOn ?? dueOn }),
  DueDateMoved: (action, { to, ordinal }) => ({ ...action, dueOn: to, moves: ordinal }),
};
