import { z } from 'zod';
import { defineEvent, type EventOf } from '../../../kernel/event-type.js';
import { Day } from '../../../kernel/plain-date.js';
import { action, Id, Said } from '../about.js';

export const ActionEscalated = defineEvent('ActionEscalated', {
  meaning: 'A board was asked something about the action that its owner cannot settle.',
  schema: z.object({ actionId: Id, escalationId: Id, board: Said, question: Said, asAt: Day }),
  words: (d) => `Escalated to ${d.board}: ${d.question}`,
  subject: action,
});

export const EscalationAnswered = defineEvent('EscalationAnswered', {
  meaning: 'The board answered what it had been asked.',
  schema: z.object({ actionId: Id, escalationId: Id, board: Said, answer: Said, asAt: Day }),
  words: (d) => `Answered by ${d.board}: ${d.answer}`,
  subject: action,
});

export const escalationEvents = [ActionEscalated, EscalationAnswered] as const;
export type EscalationEvent = EventOf<(typeof escalationEvents)[number]>;
