import { ApiProperty } from '@nestjs/swagger';
import {
  BragMeaningPart,
  JudgementPart,
  ObjectivePart,
  PlanReferencePart,
  RatingRulePart,
  ThemePart,
} from '../../plan/plan/commands.js';

export class PlanAnswer {
  @ApiProperty({ format: 'uuid' }) planId!: string;
  @ApiProperty() title!: string;
  @ApiProperty() authority!: string;
  @ApiProperty({ type: JudgementPart }) judgement!: JudgementPart;
  @ApiProperty() adoptedOn!: string;
  @ApiProperty({ type: [ObjectivePart] }) objectives!: readonly ObjectivePart[];
  @ApiProperty({ type: [ThemePart] }) themes!: readonly ThemePart[];
  @ApiProperty({ type: [PlanReferencePart] }) references!: readonly PlanReferencePart[];
  @ApiProperty({ type: [BragMeaningPart] }) bragKey!: readonly BragMeaningPart[];
  @ApiProperty({ type: [RatingRulePart] }) rules!: readonly RatingRulePart[];
}
