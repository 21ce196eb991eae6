import { eventCatalogue } from '../../src/event-catalogue.js';
import { londonDay } from '../../src/kernel/plain-date.js';
import { defineProjection, whenEach } from '../kit/define-projection.js';
import { changesOf } from './changes.js';
import { auditTrailTable, type AuditTrailRow } from './row.js';

export const auditTrail = defineProjection<AuditTrailRow>({
  name: 'audit-trail',
  answers: 'Who changed what, when, why, and from where?',
  table: auditTrailTable,
  hears: 'every event',
  grows: 'one row an event',
  whens: whenEach<AuditTrailRow>(
    eventCatalogue.values(),
    (_data, { id }) => id,
    (_row, data, recorded, declared) => {
      const { id, type, stream, revision, position, recordedAt, actor, source, correlationId, causationId } = recorded;
      const subject = declared.subject(data);
      return {
        position: Number(position),
        eventId: id,
        type,
        stream,
        revision,
        recordedAt,
        recordedOn: londonDay(recordedAt),
        actorId: actor.userId,
        actorRole: actor.role,
        words: declared.words(data),
        reason: recorded.reason ?? declared.reason?.(data) ?? null,
        source,
        correlationId,
        causationId,
        subjectKind: subject.kind,
        subjectId: subject.id,
        changes: changesOf(declared, data),
        data,
      };
    },
  ),
});
