import { Controller, Get, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { OneAction } from '../../../../projections/action-board/query.js';
import { NOW } from '../../../../projections/kit/known.js';
import { PlanOutline } from '../../../../projections/plan-outline/query.js';
import type { Sender } from '../../../event-store/command/command.js';
import { fill } from '../../../event-store/command/fill.js';
import { Requires } from '../../../identity/requires.js';
import { RateAction } from '../../../plan/action/commands.js';
import { Clock } from '../../../kernel/clock.js';
import { IdOf } from '../../answer/id.js';
import { Commands } from '../../answer/commands.js';
import { page, SeeOther, submit, type Typed } from '../../answer/page.js';
import type { Problem } from '../../answer/problem.js';
import { By, Draft, Form } from '../../answer/request.js';
import { editForm } from '../../answer/edit-form.js';

@Controller('actions/:actionId/rate')
export class RateActionPage {
  constructor(
    private readonly queries: QueryBus,
    private readonly commands: Commands,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('actions.rate')
  async show(@IdOf('action') actionId: string, @Draft() typed: Typed | null, problem?: Problem) {
    const action = await this.queries.execute(new OneAction(NOW, this.clock.today(), actionId));
    const { bragKey } = await this.queries.execute(new PlanOutline(NOW, action.planId));
    return page('action/rate/page.njk', { action, bragKey, ...editForm(action.revision, typed, problem) }, problem);
  }

  @Post()
  @Requires('actions.rate')
  rate(@IdOf('action') actionId: string, @Form() typed: Typed, @By() sender: Sender) {
    return submit({
      send: () => this.commands.send(fill(RateAction, { ...typed, actionId }).by(sender)),
      done: new SeeOther(`/actions/${actionId}`, 'Your rating was recorded'),
      again: (problem) => this.show(actionId, typed, problem),
    });
  }
}
