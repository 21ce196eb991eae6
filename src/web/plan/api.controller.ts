import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Known } from '../../../projections/kit/known.js';
import { PlanOutline } from '../../../projections/plan-outline/query.js';
import { Requires } from '../../identity/requires.js';
import { Reads } from '../answer/api.js';
import { AtKnown } from '../answer/request.js';
import { PlanAnswer } from './answers.js';

@ApiTags('Plan')
@Controller('api/plan')
export class PlanApi {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Requires('plan.read')
  @Reads('The plan: judgement, objectives, themes, plan references, BRAG key, rating rules', PlanAnswer)
  async show(@AtKnown() known: Known): Promise<PlanAnswer> {
    const plan = await this.queries.execute(new PlanOutline(known));
    const { planId, title, authority, judgement, adoptedOn, objectives, themes, references, bragKey, rules } = plan;
    return { planId, title, authority, judgement, adoptedOn, objectives, themes, references, bragKey, rules };
  }
}
