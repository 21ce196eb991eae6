import { RecordedCommand } from '../../../event-store/command/command.js';
import { Id, OnDateOrInQuarter, OnDayOrInMonth, Text } from '../../../event-store/command/fields.js';
import { Why } from '../why.js';

const STEP = { label: 'Step', missing: 'Choose a step' } as const;

export class AddStep extends RecordedCommand {
  get type() {
    return 'AddStep' as const;
  }
  @Id({ label: 'Action' }) actionId!: string;
  @Id(STEP) stepId!: string;
  @Text({ label: 'Step', max: 200, missing: 'Say what is to be done' }) title!: string;
  @OnDateOrInQuarter({ label: 'Due' }) dueOn!: string;
}

export class CompleteStep extends RecordedCommand {
  get type() {
    return 'CompleteStep' as const;
  }
  @Id({ label: 'Action' }) actionId!: string;
  @Id(STEP) stepId!: string;
  @OnDayOrInMonth({ label: 'Done on' }) doneOn!: string;
}

export class ReopenStep extends RecordedCommand {
  get type() {
    return 'ReopenStep' as const;
  }
  @Id({ label: 'Action' }) actionId!: string;
  @Id(STEP) stepId!: string;
  @Why() why!: string;
}

export class MoveStep extends RecordedCommand {
  get type() {
    return 'MoveStep' as const;
  }
  @Id({ label: 'Action' }) actionId!: string;
  @Id(STEP) stepId!: string;
  @OnDateOrInQuarter({ label: 'New date' }) to!: string;
  @Why() why!: string;
}

export class DropStep extends RecordedCommand {
  get type() {
    return 'DropStep' as const;
  }
  @Id({ label: 'Action' }) actionId!: string;
  @Id(STEP) stepId!: string;
  @Why() why!: string;
}

export const stepCommands = [AddStep, CompleteStep, ReopenStep, MoveStep, DropStep] as const;
export type StepCommand = InstanceType<(typeof stepCommands)[number]>;
