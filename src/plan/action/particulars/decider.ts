import { Refusal } from '../../../kernel/refusal.js';
import type { Changes, Decisions } from '../chapter.js';
import { notAhead, notBeforeStart, notWithdrawn, same, stillOpen } from '../refusals.js';
import type { Live } from '../state.js';
import type { ParticularsCommand, RaiseAction } from './commands.js';
import {
  ActionAssigned,
  ActionParticularsChanged,
  ActionRaised,
  Particulars,
  ProgressNoted,
  type ParticularsEvent,
} from './events.js';

const raisedBy = (command: RaiseAction) =>
  ActionRaised.of({
    ...command,
    supportingLeads: command.supportingLeads ?? [],
    dependsOn: command.dependsOn ?? [],
    measureIds: command.measureIds ?? [],
    recommendations: command.recommendations ?? [],
  });

export const raise = (command: RaiseAction) => {
  notBeforeStart(command.dueOn, command.startOn, 'dueOn');
  return [raisedBy(command)];
};

const raiseAgain = (command: RaiseAction, { raised }: Live) => {
  if (same(raisedBy(command).data, raised)) return [];
  if (command.planId !== raised.planId)
    throw new Refusal(
      'action-in-another-plan',
      'This action belongs to another plan, and is not moved. Withdraw it there, and raise a new one here.',
      'planId',
    );
  throw new Refusal('action-exists', `This id belongs to action ${raised.reference}.`, 'actionId');
};

export const particularsDecisions: Decisions<ParticularsCommand> = {
  RaiseAction: raiseAgain,

  ChangeActionParticulars: (command, action) => {
    const [from, to] = [action.particulars, Particulars.parse(command)];
    if (same(to, Particulars.parse(from))) return [];
    stillOpen(action);
    notBeforeStart(action.dueOn, to.startOn, 'startOn');
    return [ActionParticularsChanged.of({ ...command, from, to })];
  },

  AssignAction: (command, action) => {
    const { ownerRole, ownerId } = action.owner;
    if (command.ownerRole === ownerRole && command.ownerId === ownerId) return [];
    notWithdrawn(action);
    return [ActionAssigned.of({ ...command, fromRole: ownerRole, fromId: ownerId })];
  },

  NoteProgress: (command, action, { now }) => {
    const event = ProgressNoted.of(command);
    if (same(event.data, action.noted)) return [];
    notWithdrawn(action);
    notAhead(command.asAt, now);
    return [event];
  },
};

export const particularsChanges: Omit<Changes<ParticularsEvent>, 'ActionRaised'> = {
  ActionParticularsChanged: (action, { to }) => ({ ...action, particulars: to }),
  ActionAssigned: (action, { ownerRole, ownerId }) => ({ ...action, owner: { ownerRole, ownerId } }),
  ProgressNoted: (action, noted) => ({ ...action, noted }),
};
