import { RecordedCommand } from '../../../event-store/command/command.js';
import { Id, OnDue, Text } from '../../../event-store/command/fields.js';
import { Why } from '../why.js';

/** Sets the first due date too, where there was none. */
export class MoveDueDate extends RecordedCommand {
  get type() {
    return 'MoveDueDate' as const;
  }
  @Id({ label: 'Action' }) actionId!: string;
  @OnDue({ label: 'New due date' }) to!: string;
  @Text({ label: 'Agreed by', max: 200, example: 'the improvement board', missing: 'Say who agreed to the new date' })
  agreedBy!: string;
  @Why() why!: string;
}

export const dueDateCommands = [MoveDueDate] as const;
export type DueDateCommand = InstanceType<(typeof dueDateCommands)[number]>;
