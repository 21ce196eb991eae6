import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import type { Known } from '../../../projections/kit/known.js';
import { Projections } from '../../../projections/kit/projections.service.js';
import { Requires } from '../../identity/requires.js';
import { Reads } from '../answer/api.js';
import { AtKnown } from '../answer/request.js';
import { DashboardAnswered } from './answers.js';
import { dashboardAsked } from './asked.js';

@ApiTags('Dashboard')
@Controller('api/dashboard')
export class DashboardApi {
  constructor(
    private readonly queries: QueryBus,
    private readonly projections: Projections,
  ) {}

  @Get()
  @Requires('dashboard.read')
  @Reads('The improvement dashboard of a month, as it is known now or was known then', DashboardAnswered)
  @ApiQuery({
    name: 'period',
    required: false,
    type: String,
    example: '2017-11',
    description: 'Without it: the newest published month, or the newest with figures before any was published',
  })
  async show(@AtKnown() known: Known, @Query('period') period: unknown): Promise<DashboardAnswered> {
    const [{ position, recordedAt }, answer] = await Promise.all([
      this.projections.freshness(known),
      dashboardAsked(this.queries, known, period),
    ]);
    return { ...answer, freshness: { position: Number(position), recordedAt } };
  }
}
