import type { Decider, Meta } from '../../kernel/decider.js';
import type { Changes, Decisions } from './chapter.js';
import type { ActionCommand } from './commands.js';
import { completionChanges, completionDecisions } from './completion/decider.js';
import { dueDateChanges, dueDateDecisions } from './due-date/decider.js';
import { escalationChanges, escalationDecisions } from './escalation/decider.js';
import type { ActionEvent } from './events.js';
import { evidenceChanges, evidenceDecisions } from './evidence/decider.js';
import { particularsChanges, particularsDecisions, raise } from './particulars/decider.js';
import { ratingChanges, ratingDecisions } from './rating/decider.js';
import { begun, raised, type Action, type Live } from './state.js';
import { stepChanges, stepDecisions } from './steps/decider.js';

/** Every command of every chapter: one without a decision does not compile. */
const decisions: Decisions<ActionCommand> = {
  ...particularsDecisions,
  ...ratingDecisions,
  ...dueDateDecisions,
  ...stepDecisions,
  ...evidenceDecisions,
  ...escalationDecisions,
  ...completionDecisions,
};

/** Every event but the first, likewise. */
const changes: Changes<Exclude<ActionEvent, { type: 'ActionRaised' }>> = {
  ...particularsChanges,
  ...ratingChanges,
  ...dueDateChanges,
  ...stepChanges,
  ...evidenceChanges,
  ...escalationChanges,
  ...completionChanges,
};

// Looked up by its own name, each fits the one that it is given: the tables above say so, the compiler cannot.
type Decide = (command: ActionCommand, action: Live, meta: Meta) => readonly ActionEvent[];
type Change = (action: Live, data: ActionEvent['data']) => Live;

export const actionDecider: Decider<Action, ActionCommand, ActionEvent> = {
  initial: { status: 'absent' },

  evolve: (action, event) => {
    if (event.type === 'ActionRaised') return begun(event.data);
    return (changes[event.type] as Change)(raised(action), event.data);
  },

  decide: (command, action, meta) => {
    if (command.type === 'RaiseAction' && action.status === 'absent') return raise(command);
    return (decisions[command.type] as Decide)(command, raised(action), meta);
  },
};

export const actionStream = (actionId: string) => `action-${actionId}`;
