import { z } from 'zod';
import { Brag } from '../../kernel/brag.js';
import { Day, DayOrMonth } from '../../kernel/plain-date.js';
import { defineEvent, type EventOf } from '../../kernel/event-type.js';

const Id = z.uuid();
const action = ({ actionId }: { actionId: string }) => ({ kind: 'action', id: actionId });

export const ActionRaised = defineEvent('ActionRaised', {
  meaning: 'Somebody took on an action under a theme of the plan.',
  schema: z.object({
    actionId: Id,
    planId: Id,
    reference: z.string().min(1),
    theme: z.int().min(1),
    planRefs: z.array(z.string().min(1)),
    title: z.string().min(1),
    leadRole: z.string().min(1).nullable(),
    startOn: DayOrMonth.nullable(),
    dueOn: DayOrMonth.nullable(),
  }),
  words: (d) => `Raised action ${d.reference}: ${d.title}`,
  subject: action,
});

export const ActionRated = defineEvent('ActionRated', {
  meaning: 'The owner gave the action a BRAG rating and said why.',
  schema: z.object({ actionId: Id, from: Brag.nullable(), to: Brag, rationale: z.string().min(1), asAt: Day }),
  words: ({ from, to }) => {
    if (from === null) return `Rated ${to}`;
    return from === to ? `Kept the rating ${to}` : `Moved the rating from ${from} to ${to}`;
  },
  reason: (d) => d.rationale,
  subject: action,
  replaces: true,
  changes: (d) => [
    { label: 'Rating', before: d.from, after: d.to },
    { label: 'Rationale', before: null, after: d.rationale },
    { label: 'As at', before: null, after: d.asAt },
  ],
});

export const ProgressNoted = defineEvent('ProgressNoted', {
  meaning: 'Somebody wrote down what has been done on the action.',
  schema: z.object({ actionId: Id, note: z.string().min(1), asAt: DayOrMonth }),
  words: (d) => `Noted progress: ${d.note}`,
  subject: action,
});

export const actionEvents = [ActionRaised, ActionRated, ProgressNoted] as const;
export type ActionEvent = EventOf<(typeof actionEvents)[number]>;
