import type { Brag } from '../../kernel/brag.js';
import type { Decider } from '../../kernel/decider.js';
import { londonDay } from '../../kernel/plain-date.js';
import { NotFound, Refusal } from '../../kernel/refusal.js';
import type { ActionCommand } from './commands.js';
import { ActionRaised, ActionRated, ProgressNoted, type ActionEvent } from './events.js';

export type Action =
  | { status: 'absent' }
  | { status: 'live'; reference: string; rating: Brag | null; rationale: string | null; lastNote: string | null };

export const actionDecider: Decider<Action, ActionCommand, ActionEvent> = {
  initial: { status: 'absent' },

  evolve: (action, event) => {
    switch (event.type) {
      case 'ActionRaised':
        return { status: 'live', reference: event.data.reference, rating: null, rationale: null, lastNote: null };
      case 'ActionRated':
        return { ...raised(action), rating: event.data.to, rationale: event.data.rationale };
      case 'ProgressNoted':
        return { ...raised(action), lastNote: `${event.data.asAt} ${event.data.note}` };
    }
  },

  decide: (command, action, { now }) => {
    switch (command.type) {
      case 'RaiseAction': {
        if (action.status === 'absent') return [ActionRaised.of(command)];
        if (action.reference === command.reference) return [];
        throw new Refusal('action-exists', `This id belongs to action ${action.reference}.`, 'actionId');
      }
      case 'RateAction': {
        const { rating, rationale } = raised(action);
        notAhead(command.asAt, now);
        if (rating === command.to && rationale === command.rationale) return [];
        return [ActionRated.of({ ...command, from: rating })];
      }
      case 'NoteProgress': {
        const { lastNote } = raised(action);
        notAhead(command.asAt, now);
        return lastNote === `${command.asAt} ${command.note}` ? [] : [ProgressNoted.of(command)];
      }
    }
  },
};

const raised = (action: Action) => {
  if (action.status === 'absent')
    throw new NotFound('no-such-action', 'There is no such action in this plan.', 'actionId');
  return action;
};

const notAhead = (asAt: string, now: string) => {
  if (asAt > londonDay(now).slice(0, asAt.length))
    throw new Refusal('date-ahead', 'The date must be today or in the past.', 'asAt');
};

export const actionStream = (actionId: string) => `action-${actionId}`;
