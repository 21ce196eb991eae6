import type { Decider } from '../../kernel/decider.js';
import type { EventOf } from '../../kernel/event-type.js';
import { londonDay } from '../../kernel/plain-date.js';
import { NotFound, Refusal } from '../../kernel/refusal.js';
import type { ActionCommand } from './commands.js';
import { ActionRaised, ActionRated, ProgressNoted, type ActionEvent } from './events.js';

type Data<Event> = EventOf<Event>['data'];

/** What was said last, each time in the shape of the event that said it. */
export type Action =
  | Readonly<{ status: 'absent' }>
  | Readonly<{
      status: 'live';
      particulars: Data<typeof ActionRaised>;
      rated: Data<typeof ActionRated> | null;
      noted: Data<typeof ProgressNoted> | null;
    }>;

export const actionDecider: Decider<Action, ActionCommand, ActionEvent> = {
  initial: { status: 'absent' },

  evolve: (action, event) => {
    switch (event.type) {
      case 'ActionRaised':
        return { status: 'live', particulars: event.data, rated: null, noted: null };
      case 'ActionRated':
        return { ...raised(action), rated: event.data };
      case 'ProgressNoted':
        return { ...raised(action), noted: event.data };
    }
  },

  decide: (command, action, { now }) => {
    switch (command.type) {
      case 'RaiseAction': {
        const event = ActionRaised.of(command);
        if (action.status === 'absent') return [event];
        if (same(event.data, action.particulars)) return [];
        throw new Refusal('action-exists', `This id belongs to action ${action.particulars.reference}.`, 'actionId');
      }
      case 'RateAction': {
        const { rated } = raised(action);
        notAhead(command.asAt, now);
        const event = ActionRated.of({ ...command, from: rated?.to ?? null });
        // The same said once more would come from its own colour.
        return rated && same(event.data, { ...rated, from: rated.to }) ? [] : [event];
      }
      case 'NoteProgress': {
        const { noted } = raised(action);
        notAhead(command.asAt, now);
        const event = ProgressNoted.of(command);
        return same(event.data, noted) ? [] : [event];
      }
    }
  },
};

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

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
