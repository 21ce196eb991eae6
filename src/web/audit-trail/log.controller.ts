import { Controller, Get, Query } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import type { Known } from '../../../projections/kit/known.js';
import { EventStore, type StoredEvent } from '../../event-store/event-store.port.js';
import { Requires } from '../../identity/requires.js';
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
  constructor(private readonly store: EventStore) {}

  @Get()
  @Requires('log.read')
  @Reads('The log itself, in order, as it is stored', LogAnswer)
  @ApiQuery({ name: 'after', required: false, type: 'integer', description: 'Only events after this position' })
  @ApiQuery({ name: 'limit', required: false, type: 'integer', description: `1 to ${MOST}; ${USUAL} when not given` })
  async read(@AtKnown() known: Known, @Query() query: Record<string, unknown>): Promise<LogAnswer> {
    const asked = askedOf(query);
    const after = wholeOf(asked.after, 'after', POSITIONS) ?? 0;
    const limit = wholeOf(asked.limit, 'limit', { least: 1, most: MOST }) ?? USUAL;
    const events: StoredEventAnswer[] = [];
    for await (const stored of this.store.readAll(BigInt(after), { limit }))
      if (stored.position <= known.position) events.push(answerOf(stored));
    const head = await this.store.head();
    const last = head < known.position ? head : known.position;
    return { events, next: events.at(-1)?.position ?? after, head: Number(last) };
  }
}

const answerOf = ({ position, stream, revision, type, id, data, metadata }: StoredEvent): StoredEventAnswer => ({
  position: Number(position),
  stream,
  revision,
  type,
  eventId: id,
  data,
  metadata,
});
