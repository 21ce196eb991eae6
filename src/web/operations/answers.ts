import { ApiProperty } from '@nestjs/swagger';
import type { State } from './standing.js';

export class LagAnswer {
  @ApiProperty({ description: 'Events in the log that it has not looked at' }) events!: number;
  @ApiProperty({ description: 'There are more than that: a log in EventStoreDB is counted up to a thousand only' })
  more!: boolean;
  @ApiProperty({
    description: 'How long ago the oldest of those that concern it was recorded; with `more`, the oldest of all',
  })
  seconds!: number;
}

export class FailureAnswer {
  @ApiProperty({ description: 'Position of the event that it could not take' }) position!: number;
  @ApiProperty({ example: 'ActionRated' }) type!: string;
  @ApiProperty() message!: string;
}

export class ProjectionAnswer {
  @ApiProperty({ example: 'action-board' }) name!: string;
  @ApiProperty({ description: 'The question that it answers' }) answers!: string;
  @ApiProperty({ description: 'Version of its table' }) version!: number;
  @ApiProperty({ enum: ['running', 'rebuilding', 'stopped', 'not running'] }) state!: State;
  @ApiProperty({ description: 'The last event in its figures' }) position!: number;
  @ApiProperty() lag!: LagAnswer;
  @ApiProperty({ type: Number, nullable: true, description: 'Events that it took, over the last minute' })
  eventsPerSecond!: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'While it is rebuilt: how much, in per cent' })
  built!: number | null;
  @ApiProperty({ type: FailureAnswer, nullable: true }) failure!: FailureAnswer | null;
}

export class HeadAnswer {
  @ApiProperty({ description: 'Position of the last event in the log' }) position!: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) recordedAt!: string | null;
}

export class OperationsAnswer {
  @ApiProperty() log!: HeadAnswer;
  @ApiProperty({ type: [ProjectionAnswer] }) projections!: ProjectionAnswer[];
}
