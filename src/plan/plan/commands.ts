import { RecordedCommand } from '../../event-store/command/command.js';
import {
  Id,
  InMonth,
  ListOf,
  OnDay,
  OnDayOrInMonth,
  OneOf,
  Part,
  Text,
  Texts,
  Whole,
  YesNo,
} from '../../event-store/command/fields.js';
import { SIGNS, SUPPORTS, type Sign, type Supports } from '../../kernel/action-rule.js';
import { BRAG, type Brag } from '../../kernel/brag.js';
import { PLAN_KINDS, type PlanKind } from './events.js';

export class JudgementPart {
  @Text({ label: 'Label of the judgement', max: 100, example: 'Ofsted judgement' }) label!: string;
  @Text({ label: 'Overall judgement', max: 100 }) overall!: string;
  @OnDayOrInMonth({ label: 'Published on' }) publishedOn!: string;
  @OnDayOrInMonth({ label: 'Inspected in' }) inspectedIn!: string;
}

export class AdoptPlan extends RecordedCommand {
  get type() {
    return 'AdoptPlan' as const;
  }
  @Id({ label: 'Plan' }) planId!: string;
  @OneOf(PLAN_KINDS, {
    label: 'Kind of plan',
    description: 'Left out: the improvement plan after an Ofsted judgement',
    optional: true,
  })
  kind!: PlanKind | null;
  @Text({ label: 'Title', max: 200 }) title!: string;
  @Text({ label: 'Authority', max: 200 }) authority!: string;
  @Part(JudgementPart, { label: 'The judgement', description: 'The judgement that the plan answers', optional: true })
  judgement!: JudgementPart | null;
  @OnDayOrInMonth({ label: 'Adopted on' }) adoptedOn!: string;
}

export class ObjectivePart {
  @Whole({ label: 'Number', min: 1, max: 100 }) number!: number;
  @Text({ label: 'Objective', max: 500 }) text!: string;
}

export class SetObjectives extends RecordedCommand {
  get type() {
    return 'SetObjectives' as const;
  }
  @Id({ label: 'Plan' }) planId!: string;
  @ListOf(ObjectivePart, { label: 'Objectives', least: 1, most: 20 }) objectives!: ObjectivePart[];
}

export class ThemePart {
  @Whole({ label: 'Number', min: 1, max: 100 }) number!: number;
  @Text({ label: 'Name', max: 200 }) name!: string;
}
export class PlanReferencePart {
  @Text({ label: 'Reference', max: 20, example: '5b(ii)' }) reference!: string;
  @Whole({ label: 'Theme', min: 1, max: 100 }) theme!: number;
  @Text({ label: 'Section', max: 200 }) section!: string;
}

export class SetThemes extends RecordedCommand {
  get type() {
    return 'SetThemes' as const;
  }
  @Id({ label: 'Plan' }) planId!: string;
  @ListOf(ThemePart, { label: 'Themes', least: 1, most: 30 }) themes!: ThemePart[];
  @ListOf(PlanReferencePart, { label: 'Plan references' }) references!: PlanReferencePart[];
}

export class BragMeaningPart {
  @OneOf(BRAG, { label: 'Colour' }) brag!: Brag;
  @Text({ label: 'Meaning', max: 200 }) means!: string;
}

export class AdoptBragKey extends RecordedCommand {
  get type() {
    return 'AdoptBragKey' as const;
  }
  @Id({ label: 'Plan' }) planId!: string;
  @ListOf(BragMeaningPart, { label: 'Key', least: 1, most: 4 }) key!: BragMeaningPart[];
}

export class RatingRulePart {
  @Whole({ label: 'Version', min: 1 }) version!: number;
  @InMonth({ label: 'In force from' }) from!: string;
  @Texts({ label: 'Compare with, in order', example: ['baseline', 'previous'] }) compareWith!: (
    'baseline' | 'previous'
  )[];
  @OneOf(BRAG, { label: 'Rating when better', optional: true }) better!: Brag | null;
  @OneOf(BRAG, { label: 'Rating when worse', optional: true }) worse!: Brag | null;
  @OneOf(BRAG, { label: 'Rating when unchanged', optional: true }) same!: Brag | null;
  @YesNo({ label: 'Target ignored' }) targetIgnored!: boolean;
  @Text({ label: 'The rule in words', max: 1000 }) words!: string;
}

export class AdoptRatingRule extends RecordedCommand {
  get type() {
    return 'AdoptRatingRule' as const;
  }
  @Id({ label: 'Plan' }) planId!: string;
  @Part(RatingRulePart, { label: 'The rule' }) rule!: RatingRulePart;
  @OnDay({ label: 'Adopted on' }) adoptedOn!: string;
}

export class SignPart {
  @OneOf(SIGNS, { label: 'Sign' }) sign!: Sign;
  @OneOf(SUPPORTS, { label: 'Colour that it supports' }) supports!: Supports;
}

export class ActionRulePart {
  @Whole({ label: 'Version', min: 1 }) version!: number;
  @OnDay({ label: 'In force from' }) from!: string;
  @Whole({ label: 'Days within which an update is due', min: 1, max: 366 }) updateWithinDays!: number;
  @Whole({ label: 'Moves of the due date allowed', max: 100 }) movesAllowed!: number;
  @Whole({ label: 'Days ahead that count as due soon', max: 366 }) dueSoonDays!: number;
  @ListOf(SignPart, { label: 'Signs', least: 1, most: SIGNS.length }) signs!: SignPart[];
  @Text({ label: 'The rule in words', max: 1000 }) words!: string;
}

export class AdoptActionRule extends RecordedCommand {
  get type() {
    return 'AdoptActionRule' as const;
  }
  @Id({ label: 'Plan' }) planId!: string;
  @Part(ActionRulePart, { label: 'The rule' }) rule!: ActionRulePart;
  @OnDay({ label: 'Adopted on' }) adoptedOn!: string;
}

export const planCommands = [
  AdoptPlan,
  SetObjectives,
  SetThemes,
  AdoptBragKey,
  AdoptRatingRule,
  AdoptActionRule,
] as const;
export type PlanCommand = InstanceType<(typeof planCommands)[number]>;
