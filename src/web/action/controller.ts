import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { OneAction } from '../../../projections/action-board/query.js';
import { AuditTrail } from '../../../projections/audit-trail/query.js';
import type { Known } from '../../../projections/kit/known.js';
import { Requires } from '../../identity/requires.js';
import { IdOf } from '../answer/id.js';
import { page } from '../answer/page.js';
import { AtKnown } from '../answer/request.js';

/** One action: what it is, where it stands, and everything that happened to it. */
@Controller('actions/:actionId')
export class ActionPage {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Requires('actions.read')
  async show(@IdOf('action') actionId: string, @AtKnown() known: Known) {
    const [action, history] = await Promise.all([
      this.queries.execute(new OneAction(known, actionId)),
      this.queries.execute(new AuditTrail(known, { subject: { kind: 'action', id: actionId } })),
    ]);
    return page('action/page.njk', { action, history });
  }
}
