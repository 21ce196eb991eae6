import { RecordedCommand } from '../../../event-store/command/command.js';
import { Id, Ids, OnDay, Text } from '../../../event-store/command/fields.js';
import { Why } from '../why.js';

export class ClaimCompletion extends RecordedCommand {
  get type() {
    return 'ClaimCompletion' as const;
  }
  @Id({ label: 'Action' }) actionId!: string;
  @Text({ label: 'Summary', min: 10, missing: 'Say what was achieved, in at least 10 characters' }) summary!: string;
  @OnDay({ label: 'As at' }) asAt!: string;
  @Ids({ label: 'Evidence', description: 'Ids of evidence attached before', optional: true }) evidenceIds!:
    string[] | null;
}

export class VerifyCompletion extends RecordedCommand {
  get type() {
    return 'VerifyCompletion' as const;
  }
  @Id({ label: 'Action' }) actionId!: string;
  @Text({ label: 'Comment', min: 10, missing: 'Say what the evidence shows, in at least 10 characters' })
  comment!: string;
  @OnDay({ label: 'As at' }) asAt!: string;
  @Ids({ label: 'Evidence', description: 'Ids of the evidence that was looked at' }) evidenceIds!: string[];
}

export class SendBackCompletion extends RecordedCommand {
  get type() {
    return 'SendBackCompletion' as const;
  }
  @Id({ label: 'Action' }) actionId!: string;
  @Why() why!: string;
  @OnDay({ label: 'As at' }) asAt!: string;
}

export class ReopenAction extends RecordedCommand {
  get type() {
    return 'ReopenAction' as const;
  }
  @Id({ label: 'Action' }) actionId!: string;
  @Why() why!: string;
}

export class WithdrawAction extends RecordedCommand {
  get type() {
    return 'WithdrawAction' as const;
  }
  @Id({ label: 'Action' }) actionId!: string;
  @Why() why!: string;
}

export const completionCommands = [
  ClaimCompletion,
  VerifyCompletion,
  SendBackCompletion,
  ReopenAction,
  WithdrawAction,
] as const;
export type CompletionCommand = InstanceType<(typeof completionCommands)[number]>;
