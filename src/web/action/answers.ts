import { ApiProperty, OmitType } from '@nestjs/swagger';
import { BRAG, type Brag } from '../../kernel/brag.js';
import { NoteProgress, RaiseAction, RateAction } from '../../plan/action/commands.js';
import { Receipt } from '../answer/commands.js';

/** What is sent: the command, without what the address already says. */
export class NewAction extends OmitType(RaiseAction, ['actionId'] as const) {}
export class Rating extends OmitType(RateAction, ['actionId'] as const) {}
export class Note extends OmitType(NoteProgress, ['actionId'] as const) {}

export class ActionReceipt extends Receipt {
  @ApiProperty({ format: 'uuid' }) actionId!: string;
}

export class ActionAnswer {
  @ApiProperty({ format: 'uuid' }) actionId!: string;
  @ApiProperty({ format: 'uuid' }) planId!: string;
  @ApiProperty({ example: 'A12' }) reference!: string;
  @ApiProperty() theme!: number;
  @ApiProperty({ type: [String] }) planRefs!: string[];
  @ApiProperty() title!: string;
  @ApiProperty({ type: String, nullable: true }) leadRole!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'A day or a month' }) startOn!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'A day or a month' }) dueOn!: string | null;
  @ApiProperty({ type: String, enum: BRAG, nullable: true }) rating!: Brag | null;
  @ApiProperty({ type: String, nullable: true }) rationale!: string | null;
  @ApiProperty({ type: String, nullable: true }) ratedAsAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) lastNote!: string | null;
  @ApiProperty({ type: String, nullable: true }) lastNoteAsAt!: string | null;
  @ApiProperty({ description: 'Send as Seen-Revision when you change it' }) revision!: number;
}
