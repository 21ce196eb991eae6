import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ActionBoard } from '../../../projections/action-board/query.js';
import type { Known } from '../../../projections/kit/known.js';
import { PlanOutline } from '../../../projections/plan-outline/query.js';
import { Requires } from '../../identity/requires.js';
import { page } from '../answer/page.js';
import { AtKnown } from '../answer/request.js';
import { actionsView } from './view.js';

/** Every action of the plan, theme by theme; filtered by theme, rating or plan reference. */
@Controller('actions')
export class ActionsPage {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Requires('actions.read')
  async show(@AtKnown() known: Known, @Query() filter: Record<string, string>) {
    const plan = await this.queries.execute(new PlanOutline(known));
    const actions = await this.queries.execute(new ActionBoard(known, plan.planId));
    return page('actions/page.njk', actionsView(plan, actions, filter));
  }
}
