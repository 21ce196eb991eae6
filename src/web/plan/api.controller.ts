import { Body, Controller, Get, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { Known } from '../../../projections/kit/known.js';
import { PlanOutline } from '../../../projections/plan-outline/query.js';
import type { Sender } from '../../event-store/command/command.js';
import { fill } from '../../event-store/command/fill.js';
import { Requires } from '../../identity/requires.js';
import {
  AdoptActionRule,
  AdoptBragKey,
  AdoptPlan,
  AdoptRatingRule,
  SetObjectives,
  SetThemes,
} from '../../plan/plan/commands.js';
import { Reads, Writes } from '../answer/api.js';
import { Commands } from '../answer/commands.js';
import { IdOf, newIdOf } from '../answer/id.js';
import { AtKnown, By } from '../answer/request.js';
import {
  ActionRule,
  BragKey,
  NewPlan,
  Objectives,
  planAnswer,
  PlanAnswer,
  PlanReceipt,
  RatingRule,
  Themes,
} from './answers.js';

const OfPlan = ApiParam({ name: 'planId', format: 'uuid' });

@ApiTags('Plan')
@Controller('api/plan')
export class PlanApi {
  constructor(
    private readonly queries: QueryBus,
    private readonly commands: Commands,
  ) {}

  @Get()
  @Requires('plan.read')
  @Reads(
    'The plan: judgement, objectives, themes, plan references, BRAG key, rules for figures and for actions',
    PlanAnswer,
  )
  async show(@AtKnown() known: Known): Promise<PlanAnswer> {
    return planAnswer(await this.queries.execute(new PlanOutline(known)));
  }

  @Post()
  @Requires('plan.edit')
  @Writes('Adopt a plan', PlanReceipt, 201)
  async adopt(@Body() body: NewPlan, @By() sender: Sender): Promise<PlanReceipt> {
    const planId = newIdOf('plan', sender);
    const receipt = await this.commands.send(fill(AdoptPlan, { ...body, planId }).by(sender));
    return { ...receipt, planId };
  }

  @Post(':planId/objectives')
  @OfPlan
  @Requires('plan.edit')
  @Writes('Set the objectives')
  objectives(@IdOf('plan') planId: string, @Body() body: Objectives, @By() sender: Sender) {
    return this.commands.send(fill(SetObjectives, { ...body, planId }).by(sender));
  }

  @Post(':planId/themes')
  @OfPlan
  @Requires('plan.edit')
  @Writes('Set the themes, and the plan references of each')
  themes(@IdOf('plan') planId: string, @Body() body: Themes, @By() sender: Sender) {
    return this.commands.send(fill(SetThemes, { ...body, planId }).by(sender));
  }

  @Post(':planId/brag-key')
  @OfPlan
  @Requires('plan.edit')
  @Writes('Adopt what the colours mean')
  bragKey(@IdOf('plan') planId: string, @Body() body: BragKey, @By() sender: Sender) {
    return this.commands.send(fill(AdoptBragKey, { ...body, planId }).by(sender));
  }

  @Post(':planId/rating-rules')
  @OfPlan
  @Requires('plan.edit')
  @Writes('Adopt a rule by which figures are rated, in force from a month on')
  ratingRule(@IdOf('plan') planId: string, @Body() body: RatingRule, @By() sender: Sender) {
    return this.commands.send(fill(AdoptRatingRule, { ...body, planId }).by(sender));
  }

  @Post(':planId/action-rules')
  @OfPlan
  @Requires('plan.edit')
  @Writes('Adopt a rule by which the facts rate an action, in force from a day on')
  actionRule(@IdOf('plan') planId: string, @Body() body: ActionRule, @By() sender: Sender) {
    return this.commands.send(fill(AdoptActionRule, { ...body, planId }).by(sender));
  }
}
