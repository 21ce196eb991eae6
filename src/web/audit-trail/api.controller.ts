import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import { AuditTrail, OneEvent, TRAIL_PAGE, type TrailEntry } from '../../../projections/audit-trail/query.js';
import type { Known } from '../../../projections/kit/known.js';
import { Requires } from '../../identity/requires.js';
import { Reads } from '../answer/api.js';
import { AtKnown } from '../answer/request.js';
import { POSITIONS, wholeOf } from '../answer/whole.js';
import { TrailAnswer, TrailEventAnswer, type TrailEntryAnswer } from './answers.js';
import { askedOf, filterOf } from './form.js';

const MOST = 500;

@ApiTags('Audit trail')
@Controller('api/audit-trail')
export class AuditTrailApi {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Requires('trail.read')
  @Reads('Who changed what, when, why, and from where; newest first', TrailAnswer)
  @ApiQuery({ name: 'actor', required: false, type: String, description: 'The name somebody signs in with' })
  @ApiQuery({ name: 'type', required: false, type: String, example: 'ActionRated' })
  @ApiQuery({ name: 'planRef', required: false, type: String, example: '5b(ii)' })
  @ApiQuery({ name: 'from', required: false, type: String, description: 'First day, in London', example: '2017-11-01' })
  @ApiQuery({ name: 'to', required: false, type: String, description: 'Last day, in London', example: '2017-11-30' })
  @ApiQuery({ name: 'subject', required: false, type: String, description: 'Kind and id, such as action:<id>' })
  @ApiQuery({ name: 'before', required: false, type: 'integer', description: 'Only events before this position' })
  @ApiQuery({
    name: 'limit',
    required: false,
    type: 'integer',
    description: `1 to ${MOST}; ${TRAIL_PAGE} when not given`,
  })
  async list(@AtKnown() known: Known, @Query() query: Record<string, unknown>): Promise<TrailAnswer> {
    const asked = askedOf(query);
    const page = {
      before: wholeOf(asked.before, 'before', POSITIONS),
      size: wholeOf(asked.limit, 'limit', { least: 1, most: MOST }) ?? TRAIL_PAGE,
    };
    const { rows, more } = await this.queries.execute(new AuditTrail(known, filterOf(asked), page));
    return { events: rows.map(entryOf), next: more ? rows.at(-1)!.position : null };
  }

  @Get(':eventId')
  @Requires('trail.read')
  @Reads('One event, with what it changed', TrailEventAnswer)
  async one(@Param('eventId') eventId: string, @AtKnown() known: Known): Promise<TrailEventAnswer> {
    const event = await this.queries.execute(new OneEvent(known, eventId));
    return { ...entryOf(event), changes: [...event.changes], data: event.data };
  }
}

const entryOf = (row: TrailEntry): TrailEntryAnswer => {
  const { position, eventId, type, stream, revision, recordedAt, words, reason, source, subject } = row;
  return {
    position,
    eventId,
    type,
    stream,
    revision,
    recordedAt,
    actor: { userId: row.actorId, role: row.actorRole },
    words,
    reason,
    source,
    correlationId: row.correlationId,
    causationId: row.causationId,
    subject: { ...subject, planRefs: [...subject.planRefs] },
  };
};
