import type { Change } from '../../src/kernel/event-type.js';
import { versionedTable } from '../kit/versioned-table.js';

export type AuditTrailRow = {
  position: number;
  eventId: string;
  type: string;
  stream: string;
  revision: number;
  /** UTC, as it stands in the log. */
  recordedAt: string;
  /** The London day of that moment. */
  recordedOn: string;
  actorId: string;
  actorRole: string;
  words: string;
  reason: string | null;
  source: string;
  correlationId: string;
  causationId: string | null;
  subjectKind: string;
  subjectId: string;
  changes: readonly Change[];
  /** In today's shape, its fields in the order they were stored. */
  data: Readonly<Record<string, unknown>>;
};

export const auditTrailTable = versionedTable<AuditTrailRow>(
  'audit-trail',
  2,
  {
    position: { type: 'bigint', transformer: { from: Number, to: String } },
    eventId: { type: 'uuid' },
    type: { type: 'text' },
    stream: { type: 'text' },
    revision: { type: 'int' },
    recordedAt: { type: 'text' },
    recordedOn: { type: 'text' },
    actorId: { type: 'text' },
    actorRole: { type: 'text' },
    words: { type: 'text' },
    reason: { type: 'text', nullable: true },
    source: { type: 'text' },
    correlationId: { type: 'text' },
    causationId: { type: 'text', nullable: true },
    subjectKind: { type: 'text' },
    subjectId: { type: 'text' },
    // Long, and needed on one event's page only.
    changes: { type: 'json', select: false },
    data: { type: 'json', select: false },
  },
  [
    { name: 'by_position', columns: ['position'] },
    { name: 'by_actor', columns: ['actorId', 'position'] },
    { name: 'by_type', columns: ['type', 'position'] },
    { name: 'by_day', columns: ['recordedOn', 'position'] },
    { name: 'by_subject', columns: ['subjectKind', 'subjectId', 'position'] },
  ],
);
