import { ApiProperty } from '@nestjs/swagger';
import { DifferenceAnswer } from '../differences/answers.js';

export class ReceiptAnswer {
  @ApiProperty({ description: 'In the file; its heading is row 1' }) row!: number;
  @ApiProperty({ description: 'On the printed page' }) printedRow!: number;
  @ApiProperty({ format: 'uuid' }) measureId!: string;
  @ApiProperty({ description: 'Measure and breakdown' }) measure!: string;
  @ApiProperty({ enum: ['recorded', 'unchanged', 'refused'], description: 'Refused only in a dry run' })
  outcome!: string;
  @ApiProperty({ type: [String], description: 'What was recorded, or why the row is refused' }) words!: string[];
}

export class CheckedReceiptAnswer extends ReceiptAnswer {
  @ApiProperty({ type: [DifferenceAnswer], description: 'Where the printed figures disagree with each other' })
  differences!: DifferenceAnswer[];
}

export class ImportSummaryAnswer {
  @ApiProperty({ format: 'uuid' }) importId!: string;
  @ApiProperty({ enum: ['published-dashboard', 'supervision-return'] }) kind!: string;
  @ApiProperty() fileName!: string;
  @ApiProperty() sha256!: string;
  @ApiProperty({ example: '2017-11' }) period!: string;
  @ApiProperty({ format: 'date' }) publishedOn!: string;
  @ApiProperty({ description: 'The paper it was published in' }) source!: string;
  @ApiProperty({ type: [String], description: 'Columns that were not read' }) ignored!: string[];
  @ApiProperty({ description: 'Rows under the heading' }) rows!: number;
  @ApiProperty({ description: 'Series of figures with something new' }) recorded!: number;
  @ApiProperty({ description: 'Series that were recorded before' }) unchanged!: number;
}

export class ListedImportAnswer extends ImportSummaryAnswer {
  @ApiProperty() importedBy!: string;
  @ApiProperty({ format: 'date-time' }) importedAt!: string;
  @ApiProperty({ description: 'Position in the log' }) position!: number;
}

export class ImportsAnswer {
  @ApiProperty({ type: [ListedImportAnswer], description: 'Newest first' }) imports!: ListedImportAnswer[];
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Send as `before` for older imports; null: there are none',
  })
  next!: number | null;
}

export class OneImportAnswer extends ListedImportAnswer {
  @ApiProperty({ type: [ReceiptAnswer] }) receipts!: ReceiptAnswer[];
}

export class ImportAnswer extends ImportSummaryAnswer {
  @ApiProperty({ description: 'Nothing was recorded: this is what would happen' }) dryRun!: boolean;
  @ApiProperty({ description: 'The same file was imported before, and nothing was recorded now' }) already!: boolean;
  @ApiProperty({ description: 'Series that would be refused; then the whole file is' }) refused!: number;
  @ApiProperty({ type: Number, nullable: true, description: 'Position in the log of the last event of the import' })
  position!: number | null;
  @ApiProperty({ type: [CheckedReceiptAnswer] }) receipts!: CheckedReceiptAnswer[];
}

export class ImportForm {
  @ApiProperty({ type: String, format: 'binary', description: 'A CSV file of up to 2 MB' }) file!: unknown;
  @ApiProperty({ required: false, description: 'The month of the dashboard; the newest in the file when not given' })
  period?: string;
  @ApiProperty({ required: false, format: 'date', description: 'Here or in the address' }) publishedOn?: string;
  @ApiProperty({ required: false, description: 'Here or in the address' }) source?: string;
}
