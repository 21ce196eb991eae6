import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Known } from '../../../projections/kit/known.js';
import { monthsOf } from '../../../projections/monthly-dashboard/months.js';
import { MeasureList, MonthlyDashboard } from '../../../projections/monthly-dashboard/query.js';
import { PlanOutline } from '../../../projections/plan-outline/query.js';
import { Requires } from '../../identity/requires.js';
import { page } from '../answer/page.js';
import { AtKnown } from '../answer/request.js';
import { measuresView } from './view.js';

/** Every measure of the plan, theme by theme, with its latest figure; filtered by theme or plan reference. */
@Controller('measures')
export class MeasuresPage {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Requires('measures.read')
  async show(@AtKnown() known: Known, @Query() filter: Record<string, string>) {
    const { planId, themes } = await this.queries.execute(new PlanOutline(known));
    const measures = await this.queries.execute(new MeasureList(known, planId));
    const newest = monthsOf(measures)?.last;
    const dashboard = newest ? await this.queries.execute(new MonthlyDashboard(known, newest, planId)) : null;
    const ratings = new Map(dashboard?.rows.map((row) => [row.id, row]));
    return page('measures/page.njk', measuresView(themes, measures, ratings, filter));
  }
}
