import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ActionBoard } from '../../../projections/action-board/query.js';
import type { Known } from '../../../projections/kit/known.js';
import { PlanOutline } from '../../../projections/plan-outline/query.js';
import { Requires } from '../../identity/requires.js';
import { page } from '../answer/page.js';
import { AsAt, AtKnown } from '../answer/request.js';
import { planView } from './view.js';

/** The plan: the judgement it answers, its objectives, its themes, and how their actions are rated. */
@Controller('plan')
export class PlanPage {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Requires('plan.read')
  async show(@AtKnown() known: Known, @AsAt() asAt: string) {
    const plan = await this.queries.execute(new PlanOutline(known));
    const actions = await this.queries.execute(new ActionBoard(known, asAt, plan.planId));
    return page('plan/page.njk', planView(plan, actions));
  }
}
