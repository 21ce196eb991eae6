import { RecordedCommand } from '../../event-store/command/command.js';
import { Id, InMonth, ListOf, OnDay, OneOf, Text, Texts, Whole } from '../../event-store/command/fields.js';
import { KINDS, OUTCOMES, type KindName, type Outcome } from './events.js';

const MOST_RECEIPTS = 40_000;

export class ReceiptPart {
  @Whole({ label: 'Row of the file', min: 2 }) row!: number;
  @Whole({ label: 'Printed row', min: 1 }) printedRow!: number;
  @Id({ label: 'Measure' }) measureId!: string;
  @Text({ label: 'Name of the measure', max: 500 }) measure!: string;
  @OneOf(OUTCOMES, { label: 'Outcome' }) outcome!: Outcome;
  @Texts({ label: 'What was recorded', longest: 2_000 }) words!: string[];
}

/** The last command of an import: the file is done, and nobody needs to send it again. */
export class CloseImport extends RecordedCommand {
  get type() {
    return 'CloseImport' as const;
  }
  @Id({ label: 'Import' }) importId!: string;
  @Id({ label: 'Plan' }) planId!: string;
  @OneOf(KINDS, { label: 'Kind of file' }) kind!: KindName;
  @Text({ label: 'Name of the file', max: 255 }) fileName!: string;
  @Text({ label: 'SHA-256 of the file', min: 64, max: 64 }) sha256!: string;
  @InMonth({ label: 'Month' }) period!: string;
  @OnDay({ label: 'Published on' }) publishedOn!: string;
  @Text({ label: 'Paper', max: 500 }) source!: string;
  @Texts({ label: 'Columns that were not read', most: 1_000, longest: 200 }) ignored!: string[];
  @Whole({ label: 'Rows', min: 1 }) rows!: number;
  @ListOf(ReceiptPart, { label: 'Receipts', least: 1, most: MOST_RECEIPTS }) receipts!: ReceiptPart[];
}

export const importedFileCommands = [CloseImport] as const;
