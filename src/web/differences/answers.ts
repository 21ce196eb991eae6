import { ApiProperty } from '@nestjs/swagger';
import { DIFFERENCE_FIELDS, type Difference } from '../../kernel/printed-row.js';

export class DifferenceAnswer {
  @ApiProperty({ enum: DIFFERENCE_FIELDS }) field!: Difference['field'];
  @ApiProperty({ description: 'As it was printed' }) published!: string;
  @ApiProperty({ description: 'What follows from the printed figures' }) computed!: string;
  @ApiProperty({ description: 'The working, for a reader' }) why!: string;
}

export class DifferingRowAnswer {
  @ApiProperty({ example: '2017-11' }) period!: string;
  @ApiProperty({ description: 'Number of the printed row' }) row!: number;
  @ApiProperty({ format: 'uuid' }) measureId!: string;
  @ApiProperty({ type: [String] }) planRefs!: readonly string[];
  @ApiProperty() measure!: string;
  @ApiProperty({ type: String, nullable: true }) breakdown!: string | null;
  @ApiProperty({ type: [DifferenceAnswer] }) differences!: readonly DifferenceAnswer[];
}

export class DifferencesAnswer {
  @ApiProperty({ description: 'How many measures were held against their own figures as printed' }) checked!: number;
  @ApiProperty({ type: [DifferingRowAnswer], description: 'By month, then by printed row' })
  rows!: readonly DifferingRowAnswer[];
}
