import { z } from 'zod';
import { Brag } from '../../../kernel/brag.js';
import { defineEvent, type EventOf } from '../../../kernel/event-type.js';
import { Day } from '../../../kernel/plain-date.js';
import { action, Id, Said } from '../about.js';

export const ActionRated = defineEvent('ActionRated', {
  meaning: 'The action was given a BRAG rating, and why: by its owner, or blue by whoever verified its completion.',
  schema: z.object({ actionId: Id, from: Brag.nullable(), to: Brag, rationale: Said, asAt: Day }),
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

export const ActionPutAtRisk = defineEvent('ActionPutAtRisk', {
  meaning: 'Somebody said what puts the action at risk.',
  schema: z.object({ actionId: Id, risk: Said, asAt: Day }),
  words: (d) => `At risk: ${d.risk}`,
  subject: action,
  replaces: true,
});

export const ActionRiskLifted = defineEvent('ActionRiskLifted', {
  meaning: 'What put the action at risk no longer does.',
  schema: z.object({ actionId: Id, why: Said }),
  words: () => 'No longer at risk',
  reason: (d) => d.why,
  subject: action,
});

export const DisputeAnswered = defineEvent('DisputeAnswered', {
  meaning: 'The owner answered why the rating claimed is more favourable than the one that the facts support.',
  schema: z.object({ actionId: Id, claimed: Brag, derived: Brag, answer: Said, asAt: Day }),
  words: (d) => `Answered why ${d.claimed} is claimed where the facts support ${d.derived}: ${d.answer}`,
  subject: action,
  replaces: true,
});

export const ratingEvents = [ActionRated, ActionPutAtRisk, ActionRiskLifted, DisputeAnswered] as const;
export type RatingEvent = EventOf<(typeof ratingEvents)[number]>;
