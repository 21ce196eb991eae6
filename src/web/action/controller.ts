import { Controller, Get, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Request } from 'express';
import { OneAction } from '../../../projections/action-board/query.js';
import { AuditTrail } from '../../../projections/audit-trail/query.js';
import type { Known } from '../../../projections/kit/known.js';
import { may } from '../../identity/permissions.js';
import { Requires } from '../../identity/requires.js';
import { IdOf } from '../answer/id.js';
import { page } from '../answer/page.js';
import { AsAt, AtKnown } from '../answer/request.js';
import { offersFor } from './offers.js';

/** One action: what it is, what is claimed and what the facts support, what can be done, and everything that happened. */
@Controller('actions/:actionId')
export class ActionPage {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Requires('actions.read')
  async show(
    @IdOf('action') actionId: string,
    @AtKnown() known: Known,
    @AsAt() asAt: string,
    @Req() { person }: Request,
  ) {
    const action = await this.queries.execute(new OneAction(known, asAt, actionId));
    const history = await this.queries.execute(new AuditTrail(known, { subject: { kind: 'action', id: actionId } }));
    const { userId, role } = person!;
    return page('action/page.njk', {
      action,
      history,
      offers: offersFor(action, { userId, may: (permission) => may(role, permission) }),
    });
  }
}
