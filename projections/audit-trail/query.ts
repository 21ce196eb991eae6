import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { eventCatalogue } from '../../src/event-catalogue.js';
import { NotFound } from '../../src/kernel/refusal.js';
import { rowsKnown, type Known } from '../kit/known.js';
import { since } from './changes.js';
import { auditTrailTable, type AuditTrailRow } from './row.js';
import { filtered, joinedRows, type Joined, type TrailFilter } from './rows.js';

/** `title` is null where nothing has named the subject. */
export type TrailSubject = Readonly<{ kind: string; id: string; title: string | null; planRefs: readonly string[] }>;
type Told = Omit<AuditTrailRow, 'changes' | 'data' | 'subjectKind' | 'subjectId'>;
export type TrailEntry = Readonly<Told & { subject: TrailSubject }>;
export type TrailEvent = TrailEntry & Readonly<Pick<AuditTrailRow, 'changes' | 'data'>>;

/** Newest first. With `more`, the position of the last row is the `before` of the page that follows. */
export type TrailPage = Readonly<{ rows: readonly TrailEntry[]; more: boolean }>;

export const TRAIL_PAGE = 50;

/** The trail as it was known: the newest events, or those before a position. */
export class AuditTrail extends Query<TrailPage> {
  constructor(
    readonly known: Known,
    readonly filter: TrailFilter = {},
    readonly page: Readonly<{ before?: number | null; size?: number }> = {},
  ) {
    super();
  }
}

/** One event with what it changed. @throws NotFound */
export class OneEvent extends Query<TrailEvent> {
  constructor(
    readonly known: Known,
    readonly eventId: string,
  ) {
    super();
  }
}

/** Everybody who has changed something, by the name the trail shows. */
export class TrailActors extends Query<readonly string[]> {
  constructor(readonly known: Known) {
    super();
  }
}

const entryOf = ({ subject, subjectKind, subjectId, ...row }: Joined): TrailEntry => {
  const { rowKey: _key, knownFrom: _from, knownTo: _to, changes: _changes, data: _data, ...told } = row;
  return {
    ...told,
    subject: { kind: subjectKind, id: subjectId, title: subject?.title ?? null, planRefs: subject?.planRefs ?? [] },
  };
};

@QueryHandler(AuditTrail)
export class AuditTrailHandler implements IQueryHandler<AuditTrail> {
  constructor(private readonly db: DataSource) {}

  async execute({ known, filter, page: { before, size = TRAIL_PAGE } }: AuditTrail): Promise<TrailPage> {
    const rows = filtered(joinedRows(this.db, known), filter);
    if (before) rows.andWhere('row.position < :before', { before });
    const found = (await rows
      .orderBy('row.position', 'DESC')
      .limit(size + 1)
      .getMany()) as Joined[];
    return { rows: found.slice(0, size).map(entryOf), more: found.length > size };
  }
}

@QueryHandler(OneEvent)
export class OneEventHandler implements IQueryHandler<OneEvent> {
  constructor(private readonly db: DataSource) {}

  async execute({ known, eventId }: OneEvent): Promise<TrailEvent> {
    const row = (await joinedRows(this.db, known)
      .andWhere('row.rowKey = :eventId', { eventId })
      .addSelect(['row.changes', 'row.data'])
      .getOne()) as Joined | null;
    if (!row)
      throw new NotFound('no-such-event', 'There is no such event, or it was not yet known at that moment.', 'eventId');
    const earlier = eventCatalogue.get(row.type)?.replaces ? await this.before(known, row) : null;
    return { ...entryOf(row), changes: since(earlier?.changes ?? [], row.changes), data: row.data };
  }

  private before(known: Known, { type, subjectKind, subjectId, position }: AuditTrailRow) {
    return rowsKnown(this.db, auditTrailTable, known)
      .andWhere('row.type = :type and row.subjectKind = :subjectKind and row.subjectId = :subjectId', {
        type,
        subjectKind,
        subjectId,
      })
      .andWhere('row.position < :position', { position })
      .addSelect('row.changes')
      .orderBy('row.position', 'DESC')
      .limit(1)
      .getOne();
  }
}

@QueryHandler(TrailActors)
export class TrailActorsHandler implements IQueryHandler<TrailActors> {
  constructor(private readonly db: DataSource) {}

  async execute({ known }: TrailActors): Promise<readonly string[]> {
    const actors = await rowsKnown(this.db, auditTrailTable, known)
      .select('row.actorId', 'actorId')
      .distinct(true)
      .orderBy('row.actorId')
      .getRawMany<{ actorId: string }>();
    return actors.map(({ actorId }) => actorId);
  }
}

export const auditTrailQueries = [AuditTrailHandler, OneEventHandler, TrailActorsHandler];
