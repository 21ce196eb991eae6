import { ApiProperty, OmitType } from '@nestjs/swagger';
import { UNITS, type Unit } from '../../kernel/figure.js';
import { POLARITIES, type Polarity } from '../../kernel/movement.js';
import {
  CorrectObservation,
  DefineMeasure,
  ExplainMissingFigure,
  RecordObservation,
  SetBaseline,
  SetTarget,
} from '../../measures/measure/commands.js';
import { SOURCES } from '../../measures/measure/events.js';
import { Receipt } from '../answer/commands.js';
import { BaselineAnswer, ObservedAnswer, TargetAnswer } from '../dashboard/answers.js';

/** What is sent: the command, without what the address already says. */
export class NewMeasure extends OmitType(DefineMeasure, ['measureId'] as const) {}
export class Observation extends OmitType(RecordObservation, ['measureId'] as const) {}
export class ObservationCorrection extends OmitType(CorrectObservation, ['measureId'] as const) {}
export class NewTarget extends OmitType(SetTarget, ['measureId'] as const) {}
export class Baseline extends OmitType(SetBaseline, ['measureId'] as const) {}
export class MissingFigure extends OmitType(ExplainMissingFigure, ['measureId'] as const) {}

export class MeasureReceipt extends Receipt {
  @ApiProperty({ format: 'uuid' }) measureId!: string;
}

class TargetPeriodAnswer {
  @ApiProperty({ example: '2017-11', description: 'In force from this month until the next target begins' })
  from!: string;
  @ApiProperty() target!: TargetAnswer;
}

export class MeasureAnswer {
  @ApiProperty({ format: 'uuid' }) measureId!: string;
  @ApiProperty({ format: 'uuid' }) planId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: String, nullable: true }) breakdown!: string | null;
  @ApiProperty() theme!: number;
  @ApiProperty() section!: string;
  @ApiProperty({ type: [String] }) planRefs!: readonly string[];
  @ApiProperty({ enum: UNITS }) unit!: Unit;
  @ApiProperty({ enum: POLARITIES, description: 'Which way is better' }) polarity!: Polarity;
  @ApiProperty() definition!: string;
  @ApiProperty({ description: 'Place on the dashboard' }) order!: number;
  @ApiProperty({ enum: SOURCES, description: 'Told to Daybook, or counted by it' }) source!: (typeof SOURCES)[number];
  @ApiProperty({ type: BaselineAnswer, nullable: true, description: 'Position at the judgement' })
  baseline!: BaselineAnswer | null;
  @ApiProperty({ type: [TargetPeriodAnswer], description: 'By the month from which each is in force' })
  targets!: readonly TargetPeriodAnswer[];
  @ApiProperty({ type: ObservedAnswer, nullable: true }) latest!: ObservedAnswer | null;
  @ApiProperty({ description: 'Send as Seen-Revision when you change it' }) revision!: number;
}

class SaidAnswer {
  @ApiProperty({ description: 'The name that somebody signs in with' }) by!: string;
  @ApiProperty({ description: 'The role they had' }) role!: string;
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ description: 'web, api, demo, or import:<sha256>#<sheet>!<row>' }) source!: string;
  @ApiProperty({ format: 'uuid', description: 'See /api/audit-trail/{eventId}' }) eventId!: string;
}

class CorrectionAnswer {
  @ApiProperty() was!: number;
  @ApiProperty() value!: number;
  @ApiProperty() why!: string;
  @ApiProperty() corrected!: SaidAnswer;
}

class ContradictsAnswer {
  @ApiProperty({ description: 'The figure that stood for the month before this one was given' }) standing!: number;
  @ApiProperty({ description: 'Why both are kept' }) why!: string;
}

class FigureAnswer {
  @ApiProperty({ example: '2017-11' }) period!: string;
  @ApiProperty({ description: 'Place among the figures of the month, from 0; send it when correcting' })
  ordinal!: number;
  @ApiProperty() value!: number;
  @ApiProperty({ description: 'As precise as it was given', example: '14.0' }) text!: string;
  @ApiProperty() recorded!: SaidAnswer;
  @ApiProperty({ type: ContradictsAnswer, nullable: true }) contradicts!: ContradictsAnswer | null;
  @ApiProperty({ type: [CorrectionAnswer], description: 'Oldest first' }) corrections!: readonly CorrectionAnswer[];
}

class MissingAnswer {
  @ApiProperty({ example: '2017-11' }) period!: string;
  @ApiProperty() reason!: string;
}

class SiblingAnswer {
  @ApiProperty({ format: 'uuid' }) measureId!: string;
  @ApiProperty({ type: String, nullable: true }) breakdown!: string | null;
}

export class OneMeasureAnswered extends MeasureAnswer {
  @ApiProperty({ type: [FigureAnswer], description: 'By month, then in the order they came' })
  figures!: readonly FigureAnswer[];
  @ApiProperty({ type: [MissingAnswer], description: 'Months without a figure, and why' })
  missing!: readonly MissingAnswer[];
  @ApiProperty({ type: [SiblingAnswer], description: 'The other breakdowns under the same name' })
  siblings!: readonly SiblingAnswer[];
}
