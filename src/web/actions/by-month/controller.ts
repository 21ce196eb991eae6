import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ActionBoard } from '../../../../projections/action-board/query.js';
import { Projections } from '../../../../projections/kit/projections.service.js';
import type { Known } from '../../../../projections/kit/known.js';
import { PlanOutline } from '../../../../projections/plan-outline/query.js';
import { Requires } from '../../../identity/requires.js';
import { page } from '../../answer/page.js';
import { AsAt, AtKnown } from '../../answer/request.js';
import { planOf } from '../filter.js';
import { monthEnds, type MonthEnd } from './month-ends.js';
import { byMonthView, type MonthBoard } from './view.js';

/** The actions at the end of each month, each as it was known then: counts by colour, and the optimism gap. */
@Controller('actions/by-month')
export class ActionsByMonthPage {
  constructor(
    private readonly queries: QueryBus,
    private readonly projections: Projections,
  ) {}

  @Get()
  @Requires('actions.read')
  async show(@AtKnown() known: Known, @AsAt() asAt: string, @Query() query: Readonly<Record<string, unknown>>) {
    const plan = await this.queries.execute(new PlanOutline(known, planOf(query)));
    const now = await this.queries.execute(new ActionBoard(known, asAt, plan.planId));
    const first = now.map(({ raisedOn }) => raisedOn).sort()[0] ?? asAt;
    const boards: MonthBoard[] = [];
    for (const end of monthEnds(first, asAt)) boards.push(await this.boardAt(end, known, plan.planId));
    return page('actions/by-month/page.njk', { plan, asAt, ...byMonthView(plan, boards) });
  }

  /** Never more than was known at the moment that the page is read at. */
  private async boardAt(end: MonthEnd, known: Known, planId: string): Promise<MonthBoard> {
    const then = await this.projections.known(end.instant);
    const earlier = then.position < known.position ? then : known;
    return { end, actions: await this.queries.execute(new ActionBoard(earlier, end.day, planId)) };
  }
}
