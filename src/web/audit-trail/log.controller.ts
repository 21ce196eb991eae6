import { Controller, Get, Query } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import type { Known } from '../../../projections/kit/known.js';
import { Projections } from '../../../projections/kit/projections.service.js';
import { EventStore, NoSuchPosition, type StoredEvent } from '../../event-store/event-store.port.js';
import { Requires } from '../../identity/requires.js';
import { InvalidInput } from '../../kernel/refusal.js';
import { Reads } from '../answer/api.js';
import { AtKnown } from '../answer/request.js';
import { POSITIONS, wholeOf } from '../answer/whole.js';
import { LogAnswer, type StoredEventAnswer } from './answers.js';
import { askedOf } from './form.js';

const USUAL = 100;
const MOST = 1_000;

/** The log itself, as it is stored. */
@ApiTags('Log')
@Controller('api/events')
export class LogApi {
  constructor(
    private readonly store: EventStore,
    private readonly projections: Projections,
  ) {}

  @Get()
  @Requires('log.read')
  @Reads('The log itself, in order, as it is stored', LogAnswer)
  @ApiQuery({
    name: 'after',
    required: false,
    type: 'integer',
    description: 'Only events after this one: the `next` of an earlier answer, or 0',
  })
  @ApiQuery({ name: 'limit', required: false, type: 'integer', description: `1 to ${MOST}; ${USUAL} when not given` })
  async read(@AtKnown() known: Known, @Query() query: Record<string, unknown>): Promise<LogAnswer> {
    const asked = askedOf(query);
    const after = wholeOf(asked.after, 'after', POSITIONS) ?? 0;
    const limit = wholeOf(asked.limit, 'limit', { least: 1, most: MOST }) ?? USUAL;
    const events: StoredEventAnswer[] = [];
    try {
      for await (const stored of this.store.readAll(BigInt(after), { limit }))
        if (stored.position <= known.position) events.push(answerOf(stored));
    } catch (error) {
      throw error instanceof NoSuchPosition ? new InvalidInput([NO_EVENT]) : error;
    }
    const head = await this.projections.lastKnown(known);
    return { events, next: events.at(-1)?.position ?? after, head: Number(head) };
  }
}

const NO_EVENT = {
  field: 'after',
  code: 'no-such-position',
  sentence: 'after must be the position of an event, or 0. Take it from next.',
};

const answerOf = ({ position, stream, revision, type, id, data, metadata }: StoredEvent): StoredEventAnswer => ({
  position: Number(position),
  stream,
  revision,
  type,
  eventId: id,
  data,
  metadata,
});
