import { ApiProperty, OmitType } from '@nestjs/swagger';
import { SIGNS, SUPPORTS } from '../../kernel/action-rule.js';
import { BRAG, type Brag } from '../../kernel/brag.js';
import { NoteProgress, RaiseAction, RateAction } from '../../plan/action/commands.js';
import { Receipt } from '../answer/commands.js';
import { DisputeAnswer, EscalationAnswer, EvidenceAnswer, MoveAnswer, StepAnswer } from './parts.js';

/** What is sent: the command, without what the address already says. */
export class NewAction extends OmitType(RaiseAction, ['actionId'] as const) {}
export class Rating extends OmitType(RateAction, ['actionId'] as const) {}
export class Note extends OmitType(NoteProgress, ['actionId'] as const) {}

export class ActionReceipt extends Receipt {
  @ApiProperty({ format: 'uuid' }) actionId!: string;
}

class SignAnswer {
  @ApiProperty({ enum: SIGNS }) sign!: string;
  @ApiProperty({ enum: SUPPORTS }) supports!: string;
  @ApiProperty({ description: 'A sentence by which a reader can check it' }) working!: string;
}

class StandingAnswer {
  @ApiProperty({ format: 'date', description: 'The day at which it was worked out' }) asAt!: string;
  @ApiProperty({ type: String, enum: BRAG, nullable: true, description: 'What the facts support' })
  rating!: Brag | null;
  @ApiProperty({ type: [SignAnswer], description: 'What speaks against the action' }) signs!: SignAnswer[];
  @ApiProperty({ type: [String] }) working!: string[];
  @ApiProperty({ description: 'The rating claimed is more favourable than the one derived' }) disputed!: boolean;
  @ApiProperty() overdue!: boolean;
  @ApiProperty({ description: 'Due within the days that the plan’s rule calls soon' }) dueSoon!: boolean;
  @ApiProperty({ description: 'Somebody has said within the review cycle where it stands' }) updated!: boolean;
}

const DATE = 'A day, a month, or a quarter of a financial year like 2017-18 Q3';

export class ActionAnswer {
  @ApiProperty({ format: 'uuid' }) actionId!: string;
  @ApiProperty({ format: 'uuid' }) planId!: string;
  @ApiProperty({ example: 'A12' }) reference!: string;
  @ApiProperty() theme!: number;
  @ApiProperty({ type: [String] }) planRefs!: string[];
  @ApiProperty() title!: string;
  @ApiProperty({ type: String, nullable: true, description: 'The role that owns it' }) leadRole!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'The person, where there is one' }) ownerId!: string | null;
  @ApiProperty({ type: [String] }) supportingLeads!: string[];
  @ApiProperty({ type: [String], description: 'Other services' }) dependsOn!: string[];
  @ApiProperty({ type: String, nullable: true }) successLooksLike!: string | null;
  @ApiProperty({ type: [String] }) measureIds!: string[];
  @ApiProperty({ type: [String] }) recommendations!: string[];
  @ApiProperty({ type: String, nullable: true, description: DATE }) startOn!: string | null;
  @ApiProperty({ type: String, nullable: true, description: `${DATE}, or ongoing` }) dueOn!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'It never changes' }) firstDueOn!: string | null;
  @ApiProperty({ type: [MoveAnswer] }) moves!: MoveAnswer[];
  @ApiProperty({ type: String, enum: BRAG, nullable: true, description: 'What the owner claims' }) rating!: Brag | null;
  @ApiProperty({ type: String, nullable: true }) rationale!: string | null;
  @ApiProperty({ type: String, nullable: true }) ratedAsAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) lastNote!: string | null;
  @ApiProperty({ type: String, nullable: true }) lastNoteAsAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) risk!: string | null;
  @ApiProperty({ type: DisputeAnswer, nullable: true }) dispute!: DisputeAnswer | null;
  @ApiProperty({ type: [StepAnswer] }) steps!: StepAnswer[];
  @ApiProperty({ type: [EvidenceAnswer] }) evidence!: EvidenceAnswer[];
  @ApiProperty({ type: [EscalationAnswer] }) escalations!: EscalationAnswer[];
  @ApiProperty({ enum: ['open', 'claimed', 'verified', 'withdrawn'] }) completion!: string;
  @ApiProperty({ type: String, nullable: true }) claimedBy!: string | null;
  @ApiProperty({ type: String, nullable: true }) verifiedBy!: string | null;
  @ApiProperty({ description: 'What the facts support on the day asked for by asAt' }) standing!: StandingAnswer;
  @ApiProperty({ description: 'Send as Seen-Revision when you change it' }) revision!: number;
}
