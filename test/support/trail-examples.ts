import type { TrailEntry, TrailEvent } from '../../projections/audit-trail/query.js';

/** One event as the audit trail lists it, and with what it changed. */
export const entry = (changes: Partial<TrailEntry> = {}): TrailEntry => ({
  position: 1234,
  eventId: 'e1',
  type: 'ActionRated',
  stream: 'action-a1',
  revision: 2,
  recordedAt: '2018-01-16T09:30:00.000Z',
  recordedOn: '2018-01-16',
  actorId: 'lead',
  actorRole: 'lead',
  words: 'Moved the rating from amber to green',
  reason: 'Visits are in time',
  source: 'web',
  correlationId: 'c1',
  causationId: null,
  subject: { kind: 'action', id: 'a1', title: 'A12 See every child', planRefs: ['5b(ii)', '10a'] },
  ...changes,
});
export const event = (changes: Partial<TrailEvent> = {}): TrailEvent => ({
  ...entry(),
  changes: [
    { label: 'Rating', before: 'amber', after: 'green' },
    { label: 'Rationale', before: null, after: 'Visits are in time' },
    { label: 'As at', before: '2018-01-15', after: '2018-01-15' },
  ],
  data: { to: 'green' },
  ...changes,
});
