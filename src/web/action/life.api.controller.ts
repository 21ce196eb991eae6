import { Body, Controller, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags, OmitType } from '@nestjs/swagger';
import { OneAction } from '../../../projections/action-board/query.js';
import { NOW } from '../../../projections/kit/known.js';
import type { Sender } from '../../event-store/command/command.js';
import { fill } from '../../event-store/command/fill.js';
import { Requires } from '../../identity/requires.js';
import { Clock } from '../../kernel/clock.js';
import * as send from '../../plan/action/commands.js';
import { Writes } from '../answer/api.js';
import { Commands } from '../answer/commands.js';
import { IdOf } from '../answer/id.js';
import { By } from '../answer/request.js';
import { answering } from './dispute.js';

/** What is sent: the command, without what the address already says. */
class ChangeActionParticularsBody extends OmitType(send.ChangeActionParticulars, ['actionId'] as const) {}
class AssignActionBody extends OmitType(send.AssignAction, ['actionId'] as const) {}
class MoveDueDateBody extends OmitType(send.MoveDueDate, ['actionId'] as const) {}
class PutActionAtRiskBody extends OmitType(send.PutActionAtRisk, ['actionId'] as const) {}
class LiftActionRiskBody extends OmitType(send.LiftActionRisk, ['actionId'] as const) {}
class AnswerDisputeBody extends OmitType(send.AnswerDispute, ['actionId', 'claimed', 'derived'] as const) {}
class ClaimCompletionBody extends OmitType(send.ClaimCompletion, ['actionId'] as const) {}
class VerifyCompletionBody extends OmitType(send.VerifyCompletion, ['actionId'] as const) {}
class SendBackCompletionBody extends OmitType(send.SendBackCompletion, ['actionId'] as const) {}
class ReopenActionBody extends OmitType(send.ReopenAction, ['actionId'] as const) {}
class WithdrawActionBody extends OmitType(send.WithdrawAction, ['actionId'] as const) {}

/** The life of an action: its owner, its dates, its rating, and its end. */
@ApiTags('Actions')
@Controller('api/actions/:actionId')
export class ActionLifeApi {
  constructor(
    private readonly queries: QueryBus,
    private readonly commands: Commands,
    private readonly clock: Clock,
  ) {}

  @Post('particulars')
  @Requires('plan.edit')
  @Writes('Word an action anew: the particulars as they shall stand from now on')
  changeActionParticulars(
    @IdOf('action') actionId: string,
    @Body() body: ChangeActionParticularsBody,
    @By() sender: Sender,
  ) {
    return this.commands.send(fill(send.ChangeActionParticulars, { ...body, actionId }).by(sender));
  }

  @Post('owner')
  @Requires('actions.assign')
  @Writes('Give an action to an owner')
  assignAction(@IdOf('action') actionId: string, @Body() body: AssignActionBody, @By() sender: Sender) {
    return this.commands.send(fill(send.AssignAction, { ...body, actionId }).by(sender));
  }

  @Post('due-date')
  @Requires('actions.move-due')
  @Writes('Move the due date, or set the first one')
  moveDueDate(@IdOf('action') actionId: string, @Body() body: MoveDueDateBody, @By() sender: Sender) {
    return this.commands.send(fill(send.MoveDueDate, { ...body, actionId }).by(sender));
  }

  @Post('risks')
  @Requires('actions.rate')
  @Writes('Say what puts an action at risk')
  putActionAtRisk(@IdOf('action') actionId: string, @Body() body: PutActionAtRiskBody, @By() sender: Sender) {
    return this.commands.send(fill(send.PutActionAtRisk, { ...body, actionId }).by(sender));
  }

  @Post('risks/lifted')
  @Requires('actions.rate')
  @Writes('Say that nothing puts it at risk any more')
  liftActionRisk(@IdOf('action') actionId: string, @Body() body: LiftActionRiskBody, @By() sender: Sender) {
    return this.commands.send(fill(send.LiftActionRisk, { ...body, actionId }).by(sender));
  }

  @Post('disputes')
  @Requires('actions.rate')
  @Writes('Answer why more is claimed than the facts support')
  async answerDispute(@IdOf('action') actionId: string, @Body() body: AnswerDisputeBody, @By() sender: Sender) {
    const action = await this.queries.execute(new OneAction(NOW, this.clock.today(), actionId));
    return this.commands.send(answering(action, body).by(sender));
  }

  @Post('completion')
  @Requires('actions.claim')
  @Writes('Claim completion')
  claimCompletion(@IdOf('action') actionId: string, @Body() body: ClaimCompletionBody, @By() sender: Sender) {
    return this.commands.send(fill(send.ClaimCompletion, { ...body, actionId }).by(sender));
  }

  @Post('completion/verified')
  @Requires('actions.verify')
  @Writes('Verify completion: neither the owner nor whoever claimed it')
  verifyCompletion(@IdOf('action') actionId: string, @Body() body: VerifyCompletionBody, @By() sender: Sender) {
    return this.commands.send(fill(send.VerifyCompletion, { ...body, actionId }).by(sender));
  }

  @Post('completion/sent-back')
  @Requires('actions.verify')
  @Writes('Send a claim of completion back')
  sendBackCompletion(@IdOf('action') actionId: string, @Body() body: SendBackCompletionBody, @By() sender: Sender) {
    return this.commands.send(fill(send.SendBackCompletion, { ...body, actionId }).by(sender));
  }

  @Post('reopened')
  @Requires('actions.withdraw')
  @Writes('Reopen an action that was verified or withdrawn')
  reopenAction(@IdOf('action') actionId: string, @Body() body: ReopenActionBody, @By() sender: Sender) {
    return this.commands.send(fill(send.ReopenAction, { ...body, actionId }).by(sender));
  }

  @Post('withdrawn')
  @Requires('actions.withdraw')
  @Writes('Withdraw an action; it stays in the plan')
  withdrawAction(@IdOf('action') actionId: string, @Body() body: WithdrawActionBody, @By() sender: Sender) {
    return this.commands.send(fill(send.WithdrawAction, { ...body, actionId }).by(sender));
  }
}
