import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { AuditTrail, OneEvent, TrailActors, type TrailPage } from '../../../projections/audit-trail/query.js';
import type { Known } from '../../../projections/kit/known.js';
import { PlanReferences } from '../../../projections/subjects/query.js';
import { eventCatalogue } from '../../event-catalogue.js';
import { Requires } from '../../identity/requires.js';
import { InvalidInput } from '../../kernel/refusal.js';
import { page } from '../answer/page.js';
import { problemOf } from '../answer/problem.js';
import { AtKnown } from '../answer/request.js';
import { POSITIONS, wholeOf } from '../answer/whole.js';
import { csvOf } from '../shell/csv.js';
import { knownAtFrom } from '../shell/shell.js';
import { eventView } from './event-view.js';
import { askedOf, filterOf, type Asked } from './form.js';
import { CSV_HEADINGS, csvRows, EXPORT_LIMIT, trailView } from './view.js';

/** Who changed what, when, why, and from where. */
@Controller('audit-trail')
export class AuditTrailPage {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Requires('trail.read')
  async list(@AtKnown() known: Known, @Query() query: Record<string, unknown>) {
    const asked = askedOf(query);
    try {
      return page('audit-trail/page.njk', await this.view(asked, known, await this.found(asked, known)));
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      return page('audit-trail/page.njk', await this.view(asked, known, { rows: [], more: false }), problemOf(error));
    }
  }

  @Get('events.csv')
  @Requires('trail.read')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="audit-trail.csv"')
  async export(@AtKnown() known: Known, @Query() query: Record<string, unknown>) {
    const filter = filterOf(askedOf(query));
    const found = await this.queries.execute(new AuditTrail(known, filter, { size: EXPORT_LIMIT }));
    return csvOf(CSV_HEADINGS, csvRows(found));
  }

  @Get(':eventId')
  @Requires('trail.read')
  async one(@Param('eventId') eventId: string, @AtKnown() known: Known) {
    const event = await this.queries.execute(new OneEvent(known, eventId));
    return page('audit-trail/event.njk', eventView(event, eventCatalogue.get(event.type), knownAt(known)));
  }

  private found(asked: Asked, known: Known): Promise<TrailPage> {
    return this.queries.execute(
      new AuditTrail(known, filterOf(asked), { before: wholeOf(asked.before, 'before', POSITIONS) }),
    );
  }

  private async view(asked: Asked, known: Known, found: TrailPage) {
    const [actors, planRefs] = await Promise.all([
      this.queries.execute(new TrailActors(known)),
      this.queries.execute(new PlanReferences(known)),
    ]);
    return trailView(asked, found, { actors, planRefs, types: [...eventCatalogue.keys()] }, knownAt(known));
  }
}

const knownAt = ({ instant }: Known) => (instant === null ? null : knownAtFrom(instant));
