import { z } from 'zod';
import { Due, dueInWords } from '../../../kernel/due.js';
import { defineEvent, type EventOf } from '../../../kernel/event-type.js';
import { action, Id, Said } from '../about.js';

export const DueDateSet = defineEvent('DueDateSet', {
  meaning: 'An action that had no due date was given its first one.',
  schema: z.object({ actionId: Id, dueOn: Due, agreedBy: Said, why: Said }),
  words: (d) => `Set the due date to ${dueInWords(d.dueOn)}, agreed by ${d.agreedBy}`,
  reason: (d) => d.why,
  subject: action,
  changes: (d) => [
    { label: 'Due', before: null, after: dueInWords(d.dueOn) },
    { label: 'Agreed by', before: null, after: d.agreedBy },
  ],
});

export const DueDateMoved = defineEvent('DueDateMoved', {
  meaning: 'The due date was moved, and somebody agreed to it. The first date is kept, and each move is counted.',
  schema: z.object({ actionId: Id, from: Due, to: Due, agreedBy: Said, why: Said, ordinal: z.int().min(1) }),
  words: (d) => `Moved the due date from ${dueInWords(d.from)} to ${dueInWords(d.to)}, agreed by ${d.agreedBy}`,
  reason: (d) => d.why,
  subject: action,
  changes: (d) => [
    { label: 'Due', before: dueInWords(d.from), after: dueInWords(d.to) },
    { label: 'Agreed by', before: null, after: d.agreedBy },
    { label: 'Times moved', before: String(d.ordinal - 1), after: String(d.ordinal) },
  ],
});

export const dueDateEvents = [DueDateSet, DueDateMoved] as const;
export type DueDateEvent = EventOf<(typeof dueDateEvents)[number]>;
