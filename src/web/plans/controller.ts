import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ActionBoard } from '../../../projections/action-board/query.js';
import type { Known } from '../../../projections/kit/known.js';
import { PlanOutline, Plans } from '../../../projections/plan-outline/query.js';
import { Requires } from '../../identity/requires.js';
import { IdOf } from '../answer/id.js';
import { page } from '../answer/page.js';
import { AsAt, AtKnown } from '../answer/request.js';
import { planView } from '../plan/view.js';
import { plansView } from './view.js';

/** All plans side by side, and each of them. */
@Controller('plans')
export class PlansPage {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Requires('plan.read')
  async list(@AtKnown() known: Known, @AsAt() asAt: string) {
    const plans = await this.queries.execute(new Plans(known));
    const boards = plans.map(({ planId }) => this.queries.execute(new ActionBoard(known, asAt, planId)));
    return page('plans/page.njk', { asAt, ...plansView(plans, (await Promise.all(boards)).flat()) });
  }

  @Get(':planId')
  @Requires('plan.read')
  async one(@IdOf('plan') planId: string, @AtKnown() known: Known, @AsAt() asAt: string) {
    const plan = await this.queries.execute(new PlanOutline(known, planId));
    return page('plan/page.njk', planView(plan, await this.queries.execute(new ActionBoard(known, asAt, planId))));
  }
}
