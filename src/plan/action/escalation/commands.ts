import { RecordedCommand } from '../../../event-store/command/command.js';
import { Id, OnDay, Text } from '../../../event-store/command/fields.js';

export class EscalateAction extends RecordedCommand {
  get type() {
    return 'EscalateAction' as const;
  }
  @Id({ label: 'Action' }) actionId!: string;
  @Id({ label: 'Escalation' }) escalationId!: string;
  @Text({ label: 'Board', max: 200, example: 'the improvement board', missing: 'Say which board is asked' })
  board!: string;
  @Text({ label: 'Question', min: 10, missing: 'Ask the board a question, in at least 10 characters' })
  question!: string;
  @OnDay({ label: 'As at' }) asAt!: string;
}

export class AnswerEscalation extends RecordedCommand {
  get type() {
    return 'AnswerEscalation' as const;
  }
  @Id({ label: 'Action' }) actionId!: string;
  @Id({ label: 'Escalation', missing: 'Choose the question' }) escalationId!: string;
  @Text({ label: 'Answer', missing: 'Enter what the board answered' }) answer!: string;
  @OnDay({ label: 'As at' }) asAt!: string;
}

export const escalationCommands = [EscalateAction, AnswerEscalation] as const;
export type EscalationCommand = InstanceType<(typeof escalationCommands)[number]>;
