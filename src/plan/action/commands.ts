import { RecordedCommand } from '../../event-store/command/command.js';
import { Id, OnDay, OnDayOrInMonth, OneOf, Text, Texts, Whole } from '../../event-store/command/fields.js';
import { BRAG, type Brag } from '../../kernel/brag.js';

export class RaiseAction extends RecordedCommand {
  get type() {
    return 'RaiseAction' as const;
  }
  @Id({ label: 'Action' }) actionId!: string;
  @Id({ label: 'Plan' }) planId!: string;
  @Text({ label: 'Reference', max: 20, example: 'A12' }) reference!: string;
  @Whole({ label: 'Theme', min: 1, max: 100 }) theme!: number;
  @Texts({ label: 'Plan references', example: ['5b(ii)'] }) planRefs!: string[];
  @Text({ label: 'Title', max: 200 }) title!: string;
  @Text({ label: 'Lead role', max: 200, optional: true }) leadRole!: string | null;
  @OnDayOrInMonth({ label: 'Start', optional: true }) startOn!: string | null;
  @OnDayOrInMonth({ label: 'Due', optional: true }) dueOn!: string | null;
}

export class RateAction extends RecordedCommand {
  get type() {
    return 'RateAction' as const;
  }
  @Id({ label: 'Action' }) actionId!: string;
  @OneOf(BRAG, { label: 'Rating', missing: 'Choose a rating: blue, red, amber or green' }) to!: Brag;
  @Text({ label: 'Rationale', min: 10, missing: 'Say why, in at least 10 characters' }) rationale!: string;
  @OnDay({ label: 'As at' }) asAt!: string;
}

export class NoteProgress extends RecordedCommand {
  get type() {
    return 'NoteProgress' as const;
  }
  @Id({ label: 'Action' }) actionId!: string;
  @Text({ label: 'Progress', missing: 'Write down what has been done' }) note!: string;
  @OnDayOrInMonth({ label: 'As at' }) asAt!: string;
}

export const actionCommands = [RaiseAction, RateAction, NoteProgress] as const;
export type ActionCommand = InstanceType<(typeof actionCommands)[number]>;
