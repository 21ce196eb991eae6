import { ApiProperty, OmitType } from '@nestjs/swagger';
import {
  ActionRulePart,
  AdoptActionRule,
  AdoptBragKey,
  AdoptPlan,
  AdoptRatingRule,
  BragMeaningPart,
  JudgementPart,
  ObjectivePart,
  PlanReferencePart,
  RatingRulePart,
  SetObjectives,
  SetThemes,
  ThemePart,
} from '../../plan/plan/commands.js';
import type { PlanOutlineRow } from '../../../projections/plan-outline/row.js';
import { PLAN_KINDS, type PlanKind } from '../../plan/plan/events.js';
import { Receipt } from '../answer/commands.js';

export class NewPlan extends OmitType(AdoptPlan, ['planId'] as const) {}
export class Objectives extends OmitType(SetObjectives, ['planId'] as const) {}
export class Themes extends OmitType(SetThemes, ['planId'] as const) {}
export class BragKey extends OmitType(AdoptBragKey, ['planId'] as const) {}
export class RatingRule extends OmitType(AdoptRatingRule, ['planId'] as const) {}
export class ActionRule extends OmitType(AdoptActionRule, ['planId'] as const) {}

export class PlanReceipt extends Receipt {
  @ApiProperty({ format: 'uuid' }) planId!: string;
}

export class PlanAnswer {
  @ApiProperty({ format: 'uuid' }) planId!: string;
  @ApiProperty({ enum: PLAN_KINDS }) kind!: PlanKind;
  @ApiProperty() title!: string;
  @ApiProperty() authority!: string;
  @ApiProperty({ type: JudgementPart, nullable: true }) judgement!: JudgementPart | null;
  @ApiProperty() adoptedOn!: string;
  @ApiProperty({ type: [ObjectivePart] }) objectives!: readonly ObjectivePart[];
  @ApiProperty({ type: [ThemePart] }) themes!: readonly ThemePart[];
  @ApiProperty({ type: [PlanReferencePart] }) references!: readonly PlanReferencePart[];
  @ApiProperty({ type: [BragMeaningPart] }) bragKey!: readonly BragMeaningPart[];
  @ApiProperty({ type: [RatingRulePart] }) rules!: readonly RatingRulePart[];
  @ApiProperty({ type: [ActionRulePart] }) actionRules!: readonly ActionRulePart[];
}

/** The row without what the kit keeps beside it. */
export const planAnswer = (plan: PlanOutlineRow): PlanAnswer => {
  const { planId, kind, title, authority, judgement, adoptedOn } = plan;
  const { objectives, themes, references, bragKey, rules, actionRules } = plan;
  const about = { planId, kind, title, authority, judgement, adoptedOn };
  return { ...about, objectives, themes, references, bragKey, rules, actionRules };
};
