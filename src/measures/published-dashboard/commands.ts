import { RecordedCommand } from '../../event-store/command/command.js';
import {
  FigureText,
  Id,
  InMonth,
  ListOf,
  OnDay,
  OneOf,
  Part,
  Text,
  Texts,
  Whole,
} from '../../event-store/command/fields.js';
import { BRAG_LETTERS, type BragLetter } from '../../kernel/brag.js';
import { ARROWS, type Arrow } from '../../kernel/movement.js';
import { TargetPart } from '../measure/commands.js';

export class PrintedFigurePart {
  @InMonth({ label: 'Month' }) period!: string;
  @FigureText({ label: 'Figure' }) value!: string;
}

export class PrintedChangePart {
  @FigureText({ label: 'Change', optional: true }) value!: string | null;
  @Text({ label: 'Change as printed', max: 100, optional: true }) text!: string | null;
  @OneOf(ARROWS, { label: 'Arrow', optional: true }) direction!: Arrow | null;
}

export class PrintedBaselinePart {
  @Text({ label: 'Label of the judgement', max: 100 }) label!: string;
  @FigureText({ label: 'Position at the judgement' }) value!: string;
  @Text({ label: 'Position as printed', max: 100, optional: true }) text!: string | null;
  @OneOf(ARROWS, { label: 'Arrow', optional: true }) direction!: Arrow | null;
}

export class PrintedRowPart {
  @Part(PrintedFigurePart, { label: 'Previous', optional: true }) previous!: PrintedFigurePart | null;
  @Part(PrintedFigurePart, { label: 'Latest', optional: true }) latest!: PrintedFigurePart | null;
  @Part(PrintedChangePart, { label: 'Change', optional: true }) change!: PrintedChangePart | null;
  @Part(PrintedBaselinePart, { label: 'At the judgement', optional: true }) baseline!: PrintedBaselinePart | null;
  @Part(TargetPart, { label: 'Target', optional: true }) target!: TargetPart | null;
  @OneOf(BRAG_LETTERS, { label: 'Rating', optional: true }) rating!: BragLetter | null;
  @Text({ label: 'Availability', max: 500, optional: true }) availability!: string | null;
  @Text({ label: 'Note', max: 1000, optional: true }) note!: string | null;
}

export class PublishedRowPart {
  @Whole({ label: 'Row', min: 1, max: 10_000 }) row!: number;
  @Id({ label: 'Measure' }) measureId!: string;
  @Texts({ label: 'Plan references' }) planRefs!: string[];
  @Text({ label: 'Measure as printed', max: 200 }) measure!: string;
  @Text({ label: 'Breakdown as printed', max: 200, optional: true }) breakdown!: string | null;
  @Part(PrintedRowPart, { label: 'The printed row' }) printed!: PrintedRowPart;
}

/** All rows of a paper at once: they are recorded together or not at all. */
export class PublishDashboardRows extends RecordedCommand {
  get type() {
    return 'PublishDashboardRows' as const;
  }
  @Id({ label: 'Plan' }) planId!: string;
  @InMonth({ label: 'Month' }) period!: string;
  @OnDay({ label: 'Published on' }) publishedOn!: string;
  @Text({ label: 'Paper', max: 500, example: 'Children’s committee, 16 January 2018, Appendix 2' }) source!: string;
  @ListOf(PublishedRowPart, { label: 'Rows', least: 1, most: 500 }) rows!: PublishedRowPart[];
}

export const publishedDashboardCommands = [PublishDashboardRows] as const;
export type PublishedDashboardCommand = InstanceType<(typeof publishedDashboardCommands)[number]>;
