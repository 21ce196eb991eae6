import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Known } from '../../../projections/kit/known.js';
import { PlanOutline, Plans } from '../../../projections/plan-outline/query.js';
import { Requires } from '../../identity/requires.js';
import { Reads } from '../answer/api.js';
import { IdOf } from '../answer/id.js';
import { AtKnown } from '../answer/request.js';
import { planAnswer, PlanAnswer } from '../plan/answers.js';

@ApiTags('Plan')
@Controller('api/plans')
export class PlansApi {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Requires('plan.read')
  @Reads('Every plan, in the order of adoption', [PlanAnswer])
  async list(@AtKnown() known: Known): Promise<PlanAnswer[]> {
    return (await this.queries.execute(new Plans(known))).map(planAnswer);
  }

  @Get(':planId')
  @Requires('plan.read')
  @Reads('One plan', PlanAnswer)
  async one(@IdOf('plan') planId: string, @AtKnown() known: Known): Promise<PlanAnswer> {
    return planAnswer(await this.queries.execute(new PlanOutline(known, planId)));
  }
}
