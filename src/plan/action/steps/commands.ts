import { RecordedCommand } from '../../../event-store/command/command.js';
import { Id, OnDateOrInQuarter, OnDayOrInMonth, Text } from '../../../event-store/command/fields.js';
import { Why } from '../why.js';

abstract class OfStep extends RecordedCommand {
  @Id({ label: 'Action' }) actionId!: string;
  @Id({ label: 'Step' }) stepId!: string;
}

export class AddStep extends OfStep {
  get type() {
    return 'AddStep' as const;
  }
  @Text({ label: 'Step', max: 200 }) title!: string;
  @OnDateOrInQuarter({ label: 'Due' }) dueOn!: string;
}

export class CompleteStep extends OfStep {
  get type() {
    return 'CompleteStep' as const;
  }
  @OnDayOrInMonth({ label: 'Done on' }) doneOn!: string;
}

export class ReopenStep extends OfStep {
  get type() {
    return 'ReopenStep' as const;
  }
  @Why() why!: string;
}

export class MoveStep extends OfStep {
  get type() {
    return 'MoveStep' as const;
  }
  @OnDateOrInQuarter({ label: 'New date' }) to!: string;
  @Why() why!: string;
}

export class DropStep extends OfStep {
  get type() {
    return 'DropStep' as const;
  }
  @Why() why!: string;
}

export const stepCommands = [AddStep, CompleteStep, ReopenStep, MoveStep, DropStep] as const;
export type StepCommand = InstanceType<(typeof stepCommands)[number]>;
