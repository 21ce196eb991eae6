import { NotFound, Refusal } from '../../../kernel/refusal.js';
import type { Changes, Decisions } from '../chapter.js';
import { notAhead, notWithdrawn, same, stillOpen } from '../refusals.js';
import type { Escalation, Live } from '../state.js';
import type { EscalationCommand } from './commands.js';
import { ActionEscalated, EscalationAnswered, type EscalationEvent } from './events.js';

const escalationOf = ({ escalations }: Live, escalationId: string): Escalation => {
  const found = escalations[escalationId];
  if (!found) throw new NotFound('no-such-escalation', 'The board was asked no such question.', 'escalationId');
  return found;
};

export const escalationDecisions: Decisions<EscalationCommand> = {
  EscalateAction: (command, action, { now }) => {
    const event = ActionEscalated.of(command);
    const there = action.escalations[command.escalationId];
    if (there) {
      if (same(event.data, there.asked)) return [];
      throw new Refusal('escalation-exists', 'This id belongs to another question.', 'escalationId');
    }
    stillOpen(action);
    notAhead(command.asAt, now);
    return [event];
  },

  AnswerEscalation: (command, action, { now }) => {
    const { asked, answered } = escalationOf(action, command.escalationId);
    const event = EscalationAnswered.of({ ...command, board: asked.board });
    if (same(event.data, answered)) return [];
    if (answered)
      throw new Refusal(
        'already-answered',
        'This question was answered. Escalate the action again to ask another.',
        'answer',
      );
    notWithdrawn(action);
    notAhead(command.asAt, now);
    if (command.asAt < asked.asAt)
      throw new Refusal('answer-before-question', 'The answer must not be earlier than the question.', 'asAt');
    return [event];
  },
};

export const escalationChanges: Changes<EscalationEvent> = {
  ActionEscalated: (action, asked) => ({
    ...action,
    escalations: { ...action.escalations, [asked.escalationId]: { asked, answered: null } },
  }),
  EscalationAnswered: (action, answered) => {
    const { asked } = escalationOf(action, answered.escalationId);
    return { ...action, escalations: { ...action.escalations, [answered.escalationId]: { asked, answered } } };
  },
};
