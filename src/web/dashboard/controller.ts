import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Known } from '../../../projections/kit/known.js';
import { Requires } from '../../identity/requires.js';
import { page } from '../answer/page.js';
import { AtKnown } from '../answer/request.js';
import { dashboardAsked } from './asked.js';
import { isAttention } from './attention.js';
import { dashboardView } from './view.js';

/** The monthly improvement dashboard: the page everybody opens first. */
@Controller('dashboard')
export class DashboardPage {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Requires('dashboard.read')
  async show(@AtKnown() known: Known, @Query('period') period: unknown, @Query('attention') attention: unknown) {
    const answer = await dashboardAsked(this.queries, known, period);
    const filter = isAttention(attention) ? attention : null;
    return page('dashboard/page.njk', { dashboard: dashboardView(answer, filter) });
  }
}
