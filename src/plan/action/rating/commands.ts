import { RecordedCommand } from '../../../event-store/command/command.js';
import { Id, OnDay, OneOf, Text } from '../../../event-store/command/fields.js';
import { BRAG, type Brag } from '../../../kernel/brag.js';
import { Why } from '../why.js';

export class RateAction extends RecordedCommand {
  get type() {
    return 'RateAction' as const;
  }
  @Id({ label: 'Action' }) actionId!: string;
  @OneOf(BRAG, { label: 'Rating', missing: 'Choose a rating: blue, red, amber or green' }) to!: Brag;
  @Text({ label: 'Rationale', min: 10, missing: 'Say why, in at least 10 characters' }) rationale!: string;
  @OnDay({ label: 'As at' }) asAt!: string;
}

export class PutActionAtRisk extends RecordedCommand {
  get type() {
    return 'PutActionAtRisk' as const;
  }
  @Id({ label: 'Action' }) actionId!: string;
  @Text({ label: 'Risk', min: 10, max: 2_000, missing: 'Say what puts it at risk, in at least 10 characters' })
  risk!: string;
  @OnDay({ label: 'As at' }) asAt!: string;
}

export class LiftActionRisk extends RecordedCommand {
  get type() {
    return 'LiftActionRisk' as const;
  }
  @Id({ label: 'Action' }) actionId!: string;
  @Why() why!: string;
}

export class AnswerDispute extends RecordedCommand {
  get type() {
    return 'AnswerDispute' as const;
  }
  @Id({ label: 'Action' }) actionId!: string;
  @OneOf(BRAG, { label: 'Rating claimed' }) claimed!: Brag;
  @OneOf(BRAG, { label: 'Rating that the facts support' }) derived!: Brag;
  @Text({ label: 'Answer', min: 10, missing: 'Say why you claim more, in at least 10 characters' }) answer!: string;
  @OnDay({ label: 'As at' }) asAt!: string;
}

export const ratingCommands = [RateAction, PutActionAtRisk, LiftActionRisk, AnswerDispute] as const;
export type RatingCommand = InstanceType<(typeof ratingCommands)[number]>;
