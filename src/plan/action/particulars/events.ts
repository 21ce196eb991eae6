import { z } from 'zod';
import { DateOrQuarter, Due } from '../../../kernel/due.js';
import { defineEvent, type EventOf } from '../../../kernel/event-type.js';
import { Handle } from '../../../kernel/handle.js';
import { DayOrMonth } from '../../../kernel/plain-date.js';
import { action, Id, Said } from '../about.js';
import { differing, ownerInWords } from '../words.js';

/** What may be worded anew. The due date and the owner have events of their own, and the plan never changes. */
export const Particulars = z.object({
  theme: z.int().min(1),
  planRefs: z.array(Said),
  title: Said,
  supportingLeads: z.array(Said),
  /** Other services that it depends on. */
  dependsOn: z.array(Said),
  startOn: DateOrQuarter.nullable(),
  successLooksLike: Said.nullable(),
  measureIds: z.array(Id),
  /** As the report numbers them that made them. */
  recommendations: z.array(Said),
});
export type Particulars = z.infer<typeof Particulars>;

export const ActionRaised = defineEvent('ActionRaised', {
  meaning: 'Somebody took on an action under a theme of the plan.',
  version: 2,
  schema: z.object({
    actionId: Id,
    planId: Id,
    reference: Said,
    ...Particulars.shape,
    /** The owner: a role, and a person where there is one. */
    leadRole: Said.nullable(),
    ownerId: Handle.nullable(),
    dueOn: Due.nullable(),
  }),
  upcasts: {
    1: (v1) => ({
      ...v1,
      ...{ ownerId: null, supportingLeads: [], dependsOn: [], successLooksLike: null },
      ...{ measureIds: [], recommendations: [] },
    }),
  },
  words: (d) => `Raised action ${d.reference}: ${d.title}`,
  subject: action,
});

export const ActionParticularsChanged = defineEvent('ActionParticularsChanged', {
  meaning: 'What the plan says about the action was worded anew; its due date and its owner were not touched.',
  schema: z.object({ actionId: Id, from: Particulars, to: Particulars, why: Said }),
  words: ({ from, to }) =>
    `Changed ${differing(from, to)
      .map(({ label }) => label.toLowerCase())
      .join(', ')}`,
  reason: (d) => d.why,
  subject: action,
  changes: ({ from, to }) => differing(from, to),
});

export const ActionAssigned = defineEvent('ActionAssigned', {
  meaning: 'The action was given to an owner: a role, and the person who holds it where there is one.',
  schema: z.object({
    actionId: Id,
    ownerRole: Said,
    ownerId: Handle.nullable(),
    fromRole: Said.nullable(),
    fromId: Handle.nullable(),
  }),
  words: ({ ownerRole, ownerId, fromRole, fromId }) => {
    const [to, from] = [ownerInWords(ownerRole, ownerId), ownerInWords(fromRole, fromId)];
    return from === null ? `Assigned to ${to}` : `Handed over from ${from} to ${to}`;
  },
  subject: action,
  changes: (d) => [
    { label: 'Owner', before: d.fromRole, after: d.ownerRole },
    { label: 'Person', before: d.fromId, after: d.ownerId },
  ],
});

export const ProgressNoted = defineEvent('ProgressNoted', {
  meaning: 'Somebody wrote down what has been done on the action.',
  schema: z.object({ actionId: Id, note: Said, asAt: DayOrMonth }),
  words: (d) => `Noted progress: ${d.note}`,
  subject: action,
});

export const particularsEvents = [ActionRaised, ActionParticularsChanged, ActionAssigned, ProgressNoted] as const;
export type ParticularsEvent = EventOf<(typeof particularsEvents)[number]>;
