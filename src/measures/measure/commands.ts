import { RecordedCommand } from '../../event-store/command/command.js';
import { FigureText, Id, InMonth, OneOf, Part, Text, Texts, Whole } from '../../event-store/command/fields.js';
import { UNITS, type Unit } from '../../kernel/figure.js';
import { POLARITIES, type Polarity } from '../../kernel/movement.js';
import { SOURCES } from './events.js';

export class DefineMeasure extends RecordedCommand {
  get type() {
    return 'DefineMeasure' as const;
  }
  @Id({ label: 'Measure' }) measureId!: string;
  @Id({ label: 'Plan' }) planId!: string;
  @Text({ label: 'Name', max: 200, example: 'Average caseload' }) name!: string;
  @Text({ label: 'Breakdown', max: 200, optional: true, example: 'Duty and assessment' }) breakdown!: string | null;
  @Text({ label: 'Section', max: 200 }) section!: string;
  @Whole({ label: 'Theme', min: 1, max: 100 }) theme!: number;
  @Texts({ label: 'Plan references', example: ['5b(ii)'] }) planRefs!: string[];
  @OneOf(UNITS, { label: 'Unit' }) unit!: Unit;
  @OneOf(POLARITIES, { label: 'Which way is better' }) polarity!: Polarity;
  @Text({ label: 'Definition', max: 2000 }) definition!: string;
  @Whole({ label: 'Place on the dashboard', max: 10_000 }) order!: number;
  @OneOf(SOURCES, { label: 'Source' }) source!: (typeof SOURCES)[number];
}

export class TargetPart {
  @Text({ label: 'Target', max: 200, example: '12 to 16' }) text!: string;
  @FigureText({ label: 'Low end of the target', optional: true, example: '12' }) low!: string | null;
  @FigureText({ label: 'High end of the target', optional: true, example: '16' }) high!: string | null;
}

export class SetTarget extends RecordedCommand {
  get type() {
    return 'SetTarget' as const;
  }
  @Id({ label: 'Measure' }) measureId!: string;
  @Part(TargetPart, { label: 'The target' }) target!: TargetPart;
  @InMonth({ label: 'In force from' }) from!: string;
}

export class SetBaseline extends RecordedCommand {
  get type() {
    return 'SetBaseline' as const;
  }
  @Id({ label: 'Measure' }) measureId!: string;
  @Text({ label: 'Label', max: 100, example: 'Ofsted judgement' }) label!: string;
  @FigureText({ label: 'Position at the judgement', example: '28.3' }) value!: string;
}

export class RecordObservation extends RecordedCommand {
  get type() {
    return 'RecordObservation' as const;
  }
  @Id({ label: 'Measure' }) measureId!: string;
  @InMonth({ label: 'Month' }) period!: string;
  @FigureText({ label: 'Figure', example: '28.6' }) value!: string;
}

/** For a source that prints two figures for one month: both are kept. */
export class ContradictObservation extends RecordedCommand {
  get type() {
    return 'ContradictObservation' as const;
  }
  @Id({ label: 'Measure' }) measureId!: string;
  @InMonth({ label: 'Month' }) period!: string;
  @FigureText({ label: 'Figure' }) value!: string;
  @Text({ label: 'Reason', min: 10, missing: 'Say where the other figure comes from, in at least 10 characters' })
  why!: string;
}

export class CorrectObservation extends RecordedCommand {
  get type() {
    return 'CorrectObservation' as const;
  }
  @Id({ label: 'Measure' }) measureId!: string;
  @InMonth({ label: 'Month' }) period!: string;
  @Whole({
    label: 'Which figure',
    optional: true,
    max: 1000,
    description: 'Which figure of the month, counted from 0. Needed only where a month has more than one.',
  })
  ordinal!: number | null;
  @FigureText({ label: 'Right figure' }) value!: string;
  @Text({ label: 'Reason', min: 10, missing: 'Say why the figure was wrong, in at least 10 characters' }) why!: string;
}

export class ExplainMissingFigure extends RecordedCommand {
  get type() {
    return 'ExplainMissingFigure' as const;
  }
  @Id({ label: 'Measure' }) measureId!: string;
  @InMonth({ label: 'Month' }) period!: string;
  @Text({ label: 'Reason', max: 500, missing: 'Say why there is no figure' }) reason!: string;
}

export const measureCommands = [
  DefineMeasure,
  SetTarget,
  SetBaseline,
  RecordObservation,
  ContradictObservation,
  CorrectObservation,
  ExplainMissingFigure,
] as const;
export type MeasureCommand = InstanceType<(typeof measureCommands)[number]>;
