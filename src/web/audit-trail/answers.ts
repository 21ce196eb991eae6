import { ApiProperty } from '@nestjs/swagger';

export class ActorAnswer {
  @ApiProperty({ example: 'j.lead' }) userId!: string;
  @ApiProperty({ example: 'lead' }) role!: string;
}

export class SubjectAnswer {
  @ApiProperty({ example: 'action' }) kind!: string;
  @ApiProperty() id!: string;
  @ApiProperty({ type: String, nullable: true }) title!: string | null;
  @ApiProperty({ type: [String], example: ['5b(ii)'] }) planRefs!: string[];
}

export class TrailEntryAnswer {
  @ApiProperty({ description: 'Place in the whole log: it grows, and not always by one' }) position!: number;
  @ApiProperty({ format: 'uuid' }) eventId!: string;
  @ApiProperty({ example: 'ActionRated' }) type!: string;
  @ApiProperty() stream!: string;
  @ApiProperty({ description: 'Place in its stream, starting at 0' }) revision!: number;
  @ApiProperty({ format: 'date-time' }) recordedAt!: string;
  @ApiProperty() actor!: ActorAnswer;
  @ApiProperty({ description: 'What changed, in words' }) words!: string;
  @ApiProperty({ type: String, nullable: true }) reason!: string | null;
  @ApiProperty({ description: 'web, api, demo, or import:<sha256>#<sheet>!<row>' }) source!: string;
  @ApiProperty() correlationId!: string;
  @ApiProperty({ type: String, nullable: true }) causationId!: string | null;
  @ApiProperty() subject!: SubjectAnswer;
}

export class TrailAnswer {
  @ApiProperty({ type: [TrailEntryAnswer], description: 'Newest first' }) events!: TrailEntryAnswer[];
  @ApiProperty({ type: Number, nullable: true, description: 'Send as `before` for older events; null: there are none' })
  next!: number | null;
}

export class ChangeAnswer {
  @ApiProperty() label!: string;
  @ApiProperty({ type: String, nullable: true }) before!: string | null;
  @ApiProperty({ type: String, nullable: true }) after!: string | null;
}

export class TrailEventAnswer extends TrailEntryAnswer {
  @ApiProperty({ type: [ChangeAnswer] }) changes!: ChangeAnswer[];
  @ApiProperty({ type: Object, description: "In today's shape of this kind of event" }) data!: Record<string, unknown>;
}

export class StoredEventAnswer {
  @ApiProperty({ description: 'Place in the whole log: it grows, and not always by one' }) position!: number;
  @ApiProperty() stream!: string;
  @ApiProperty({ description: 'Place in its stream, starting at 0' }) revision!: number;
  @ApiProperty({ example: 'ActionRated' }) type!: string;
  @ApiProperty({ format: 'uuid' }) eventId!: string;
  @ApiProperty({ type: Object, description: 'As stored, in the shape of `metadata.schemaVersion`' })
  data!: Record<string, unknown>;
  @ApiProperty({
    type: Object,
    description: 'recordedAt, actor, source, correlationId, causationId, schemaVersion, reason',
  })
  metadata!: Record<string, unknown>;
}

export class LogAnswer {
  @ApiProperty({ type: [StoredEventAnswer], description: 'In the order of the log' }) events!: StoredEventAnswer[];
  @ApiProperty({ description: 'Send as `after` to read on' }) next!: number;
  @ApiProperty({
    description: 'Position of the last event in the log as it was known; equal to `next` when everything was read',
  })
  head!: number;
}
