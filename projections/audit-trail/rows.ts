import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { rowsKnown, type Known } from '../kit/known.js';
import type { Versioned } from '../kit/versioned-table.js';
import { subjectsTable, type SubjectRow } from '../subjects/row.js';
import { auditTrailTable, type AuditTrailRow } from './row.js';

/** What the reader asks for; filters that are given all hold at once. Days are London days, inclusive. */
export type TrailFilter = Readonly<{
  actor?: string | null;
  type?: string | null;
  planRef?: string | null;
  from?: string | null;
  to?: string | null;
  subject?: Readonly<{ kind: string; id: string }> | null;
}>;

/** An event beside what its subject was called at the moment the trail is read; null when nothing names it. */
export type Joined = Versioned<AuditTrailRow> & { subject: SubjectRow | null };

/** The trail as it was known, each event beside its subject. */
export const joinedRows = (db: DataSource, known: Known): SelectQueryBuilder<Versioned<AuditTrailRow>> =>
  rowsKnown(db, auditTrailTable, known).leftJoinAndMapOne(
    'row.subject',
    subjectsTable.tableName,
    'subject',
    'subject.kind = row.subjectKind and subject.subjectId = row.subjectId ' +
      'and subject.knownFrom <= :known and (subject.knownTo is null or subject.knownTo > :known)',
  );

export const filtered = (
  rows: SelectQueryBuilder<Versioned<AuditTrailRow>>,
  { actor, type, planRef, from, to, subject }: TrailFilter,
): SelectQueryBuilder<Versioned<AuditTrailRow>> => {
  if (actor) rows.andWhere('row.actorId = :actor', { actor });
  if (type) rows.andWhere('row.type = :type', { type });
  if (planRef) rows.andWhere('subject.planRefs @> cast(:planRefs as jsonb)', { planRefs: JSON.stringify([planRef]) });
  if (from) rows.andWhere('row.recordedOn >= :from', { from });
  if (to) rows.andWhere('row.recordedOn <= :to', { to });
  if (subject) rows.andWhere('row.subjectKind = :kind and row.subjectId = :id', subject);
  return rows;
};
