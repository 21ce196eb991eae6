import { Body, Controller, Post } from '@nestjs/common';
import { ApiProperty, ApiTags, OmitType } from '@nestjs/swagger';
import type { Sender } from '../../event-store/command/command.js';
import { fill } from '../../event-store/command/fill.js';
import { Requires } from '../../identity/requires.js';
import * as send from '../../plan/action/commands.js';
import { Writes } from '../answer/api.js';
import { Commands, Receipt } from '../answer/commands.js';
import { IdOf, newIdOf } from '../answer/id.js';
import { By } from '../answer/request.js';

class AddStepBody extends OmitType(send.AddStep, ['actionId', 'stepId'] as const) {}
class CompleteStepBody extends OmitType(send.CompleteStep, ['actionId', 'stepId'] as const) {}
class MoveStepBody extends OmitType(send.MoveStep, ['actionId', 'stepId'] as const) {}
class DropStepBody extends OmitType(send.DropStep, ['actionId', 'stepId'] as const) {}
class ReopenStepBody extends OmitType(send.ReopenStep, ['actionId', 'stepId'] as const) {}
class AttachEvidenceBody extends OmitType(send.AttachEvidence, ['actionId', 'evidenceId'] as const) {}
class WithdrawEvidenceBody extends OmitType(send.WithdrawEvidence, ['actionId', 'evidenceId'] as const) {}
class EscalateActionBody extends OmitType(send.EscalateAction, ['actionId', 'escalationId'] as const) {}
class AnswerEscalationBody extends OmitType(send.AnswerEscalation, ['actionId', 'escalationId'] as const) {}

class StepReceipt extends Receipt {
  @ApiProperty({ format: 'uuid' }) stepId!: string;
}

class EvidenceReceipt extends Receipt {
  @ApiProperty({ format: 'uuid' }) evidenceId!: string;
}

class EscalationReceipt extends Receipt {
  @ApiProperty({ format: 'uuid' }) escalationId!: string;
}

/** What an action has several of: steps, evidence, questions to boards. */
@ApiTags('Actions')
@Controller('api/actions/:actionId')
export class ActionPartsApi {
  constructor(private readonly commands: Commands) {}

  @Post('steps')
  @Requires('actions.steps')
  @Writes('Add a step', StepReceipt, 201)
  async addStep(@IdOf('action') actionId: string, @Body() body: AddStepBody, @By() sender: Sender) {
    const stepId = newIdOf('step', sender);
    return { ...(await this.commands.send(fill(send.AddStep, { ...body, actionId, stepId }).by(sender))), stepId };
  }

  @Post('steps/:stepId/done')
  @Requires('actions.steps')
  @Writes('Say that a step is done')
  completeStep(
    @IdOf('action') actionId: string,
    @IdOf('step') stepId: string,
    @Body() body: CompleteStepBody,
    @By() sender: Sender,
  ) {
    return this.commands.send(fill(send.CompleteStep, { ...body, actionId, stepId }).by(sender));
  }

  @Post('steps/:stepId/moved')
  @Requires('actions.steps')
  @Writes('Move a step')
  moveStep(
    @IdOf('action') actionId: string,
    @IdOf('step') stepId: string,
    @Body() body: MoveStepBody,
    @By() sender: Sender,
  ) {
    return this.commands.send(fill(send.MoveStep, { ...body, actionId, stepId }).by(sender));
  }

  @Post('steps/:stepId/dropped')
  @Requires('actions.steps')
  @Writes('Drop a step')
  dropStep(
    @IdOf('action') actionId: string,
    @IdOf('step') stepId: string,
    @Body() body: DropStepBody,
    @By() sender: Sender,
  ) {
    return this.commands.send(fill(send.DropStep, { ...body, actionId, stepId }).by(sender));
  }

  @Post('steps/:stepId/reopened')
  @Requires('actions.steps')
  @Writes('Reopen a step that was done or dropped')
  reopenStep(
    @IdOf('action') actionId: string,
    @IdOf('step') stepId: string,
    @Body() body: ReopenStepBody,
    @By() sender: Sender,
  ) {
    return this.commands.send(fill(send.ReopenStep, { ...body, actionId, stepId }).by(sender));
  }

  @Post('evidence')
  @Requires('actions.evidence')
  @Writes('Attach evidence: a link, or a file that is kept elsewhere by its hash', EvidenceReceipt, 201)
  async attachEvidence(@IdOf('action') actionId: string, @Body() body: AttachEvidenceBody, @By() sender: Sender) {
    const evidenceId = newIdOf('evidence', sender);
    return {
      ...(await this.commands.send(fill(send.AttachEvidence, { ...body, actionId, evidenceId }).by(sender))),
      evidenceId,
    };
  }

  @Post('evidence/:evidenceId/withdrawn')
  @Requires('actions.evidence')
  @Writes('Withdraw evidence; it stays in the history')
  withdrawEvidence(
    @IdOf('action') actionId: string,
    @IdOf('evidence') evidenceId: string,
    @Body() body: WithdrawEvidenceBody,
    @By() sender: Sender,
  ) {
    return this.commands.send(fill(send.WithdrawEvidence, { ...body, actionId, evidenceId }).by(sender));
  }

  @Post('escalations')
  @Requires('actions.escalate')
  @Writes('Put a question to a board', EscalationReceipt, 201)
  async escalateAction(@IdOf('action') actionId: string, @Body() body: EscalateActionBody, @By() sender: Sender) {
    const escalationId = newIdOf('escalation', sender);
    return {
      ...(await this.commands.send(fill(send.EscalateAction, { ...body, actionId, escalationId }).by(sender))),
      escalationId,
    };
  }

  @Post('escalations/:escalationId/answer')
  @Requires('actions.answer-escalation')
  @Writes('Answer for the board')
  answerEscalation(
    @IdOf('action') actionId: string,
    @IdOf('escalation') escalationId: string,
    @Body() body: AnswerEscalationBody,
    @By() sender: Sender,
  ) {
    return this.commands.send(fill(send.AnswerEscalation, { ...body, actionId, escalationId }).by(sender));
  }
}
