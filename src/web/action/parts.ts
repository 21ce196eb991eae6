import { ApiProperty } from '@nestjs/swagger';
import { BRAG, type Brag } from '../../kernel/brag.js';

export class MoveAnswer {
  @ApiProperty() from!: string;
  @ApiProperty() to!: string;
  @ApiProperty() agreedBy!: string;
  @ApiProperty() why!: string;
  @ApiProperty({ format: 'date', description: 'The day on which it was recorded' }) movedOn!: string;
}

export class StepAnswer {
  @ApiProperty({ format: 'uuid' }) stepId!: string;
  @ApiProperty() title!: string;
  @ApiProperty() dueOn!: string;
  @ApiProperty({ type: String, nullable: true }) doneOn!: string | null;
  @ApiProperty() dropped!: boolean;
}

class FileAnswer {
  @ApiProperty() sha256!: string;
  @ApiProperty() name!: string;
  @ApiProperty() mediaType!: string;
  @ApiProperty() bytes!: number;
}

export class EvidenceAnswer {
  @ApiProperty({ format: 'uuid' }) evidenceId!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: ['link', 'file'] }) kind!: string;
  @ApiProperty({ type: String, nullable: true }) link!: string | null;
  @ApiProperty({ type: FileAnswer, nullable: true }) file!: FileAnswer | null;
  @ApiProperty({ type: String, nullable: true }) describes!: string | null;
  @ApiProperty({ description: 'It no longer counts, and stays in the history' }) withdrawn!: boolean;
}

export class EscalationAnswer {
  @ApiProperty({ format: 'uuid' }) escalationId!: string;
  @ApiProperty() board!: string;
  @ApiProperty() question!: string;
  @ApiProperty({ format: 'date' }) askedOn!: string;
  @ApiProperty({ type: String, nullable: true }) answer!: string | null;
  @ApiProperty({ type: String, nullable: true }) answeredOn!: string | null;
}

export class DisputeAnswer {
  @ApiProperty({ enum: BRAG }) claimed!: Brag;
  @ApiProperty({ enum: BRAG }) derived!: Brag;
  @ApiProperty() answer!: string;
  @ApiProperty({ format: 'date' }) asAt!: string;
}
