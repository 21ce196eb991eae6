import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import type { Known } from '../../../projections/kit/known.js';
import { Requires } from '../../identity/requires.js';
import { Reads } from '../answer/api.js';
import { AtKnown } from '../answer/request.js';
import { DifferencesAnswer } from './answers.js';
import { differencesAsked } from './asked.js';

@ApiTags('Dashboard')
@Controller('api/differences')
export class DifferencesApi {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Requires('differences.read')
  @Reads('Where a published dashboard disagrees with its own figures, beyond rounding', DifferencesAnswer)
  @ApiQuery({
    name: 'period',
    required: false,
    type: String,
    example: '2017-11',
    description: 'Without it: every published month',
  })
  async show(@AtKnown() known: Known, @Query('period') period: unknown): Promise<DifferencesAnswer> {
    const { checked, rows } = await differencesAsked(this.queries, known, period);
    return {
      checked,
      rows: rows.map(({ period: month, row, measureId, planRefs, measure, breakdown, differences }) => {
        return { period: month, row, measureId, planRefs, measure, breakdown, differences };
      }),
    };
  }
}
