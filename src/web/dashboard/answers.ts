import { ApiProperty } from '@nestjs/swagger';
import { ATTENTION, type Attention } from '../../../projections/monthly-dashboard/attention.js';
import { BRAG_LETTERS, type BragLetter } from '../../kernel/brag.js';
import { UNITS, type Unit } from '../../kernel/figure.js';
import { DIRECTIONS, POLARITIES, type Direction, type Polarity } from '../../kernel/movement.js';
import { AGAINST_TARGET, type AgainstTarget } from '../../kernel/target.js';
import { DifferenceAnswer } from '../differences/answers.js';

export class ObservedAnswer {
  @ApiProperty({ example: '2017-11' }) period!: string;
  @ApiProperty() value!: number;
}

export class BaselineAnswer {
  @ApiProperty({ example: 'Ofsted judgement' }) label!: string;
  @ApiProperty() value!: number;
}

export class TargetAnswer {
  @ApiProperty({ description: 'As it was promised', example: '12 to 16' }) text!: string;
  @ApiProperty({ type: Number, nullable: true, description: 'A single figure stands here' }) low!: number | null;
  @ApiProperty({ type: Number, nullable: true }) high!: number | null;
}

class PublishedAnswer {
  @ApiProperty({ type: Number, nullable: true }) change!: number | null;
  @ApiProperty({ type: String, nullable: true, description: 'The change as it stands on the page' }) text!:
    string | null;
  @ApiProperty({ type: String, enum: BRAG_LETTERS, nullable: true }) rating!: BragLetter | null;
}

class WorkingAnswer {
  @ApiProperty({ type: String, nullable: true }) change!: string | null;
  @ApiProperty({ type: String, nullable: true }) direction!: string | null;
  @ApiProperty({ type: String, nullable: true }) rating!: string | null;
  @ApiProperty({ type: String, nullable: true }) target!: string | null;
}

class SeriesPointAnswer {
  @ApiProperty({ example: '2017-11' }) period!: string;
  @ApiProperty({ description: 'As precise as it was given', example: '14.0' }) value!: string;
}

class FigureTexts {
  @ApiProperty({ type: String, nullable: true, example: '57.2%' }) previous!: string | null;
  @ApiProperty({ type: String, nullable: true }) latest!: string | null;
  @ApiProperty({ type: String, nullable: true }) change!: string | null;
  @ApiProperty({ type: String, nullable: true }) baseline!: string | null;
}

class LastCorrectionAnswer {
  @ApiProperty() period!: string;
  @ApiProperty({ description: 'Which figure of the month, from 0' }) ordinal!: number;
  @ApiProperty() was!: string;
  @ApiProperty() value!: string;
  @ApiProperty() why!: string;
  @ApiProperty() by!: string;
  @ApiProperty({ format: 'date-time' }) at!: string;
}

export class DashboardRowAnswer {
  @ApiProperty({ format: 'uuid', description: 'The measure' }) id!: string;
  @ApiProperty({ required: false, description: 'Number of the printed row, else the place on the dashboard' })
  publishedRow?: number;
  @ApiProperty({ type: [String], example: ['5b(ii)'] }) planRefs!: readonly string[];
  @ApiProperty() theme!: number;
  @ApiProperty() section!: string;
  @ApiProperty() measure!: string;
  @ApiProperty({ type: String, nullable: true }) breakdown!: string | null;
  @ApiProperty({ enum: UNITS }) unit!: Unit;
  @ApiProperty({ enum: POLARITIES, description: 'Which way is better' }) polarity!: Polarity;
  @ApiProperty({ type: ObservedAnswer, nullable: true }) previous!: ObservedAnswer | null;
  @ApiProperty({ type: ObservedAnswer, nullable: true }) latest!: ObservedAnswer | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Latest less previous' }) change!: number | null;
  @ApiProperty({ type: String, enum: DIRECTIONS, nullable: true }) direction!: Direction | null;
  @ApiProperty({ type: BaselineAnswer, nullable: true }) baseline!: BaselineAnswer | null;
  @ApiProperty({ type: TargetAnswer, nullable: true, description: 'The one in force' }) target!: TargetAnswer | null;
  @ApiProperty({ type: String, enum: BRAG_LETTERS, nullable: true }) rating!: BragLetter | null;
  @ApiProperty({ type: String, enum: ['rule', 'published'], nullable: true, description: 'Why it is rated so' })
  ratingBasis!: 'rule' | 'published' | null;
  @ApiProperty({ type: String, enum: AGAINST_TARGET, nullable: true }) againstTarget!: AgainstTarget | null;
  @ApiProperty({ enum: ATTENTION, isArray: true }) attention!: readonly Attention[];
  @ApiProperty({ required: false, description: 'Why there is no figure of this month' }) availability?: string;
  @ApiProperty({ required: false, description: 'What was printed, where this month was published' })
  published?: PublishedAnswer;
  @ApiProperty({ type: [DifferenceAnswer] }) differences!: readonly DifferenceAnswer[];
  @ApiProperty({ description: 'One sentence each, that a reader can check' }) working!: WorkingAnswer;
  @ApiProperty({ type: [SeriesPointAnswer], description: 'One figure a month' }) series!: readonly SeriesPointAnswer[];
  @ApiProperty({ description: 'The figures with their unit, as precise as they were given' }) text!: FigureTexts;
  @ApiProperty({ type: LastCorrectionAnswer, nullable: true }) lastCorrection!: LastCorrectionAnswer | null;
  @ApiProperty({ type: String, nullable: true, description: 'Where the latest figure came from' }) source!:
    string | null;
}

class FreshnessAnswer {
  @ApiProperty({ description: 'Place in the log up to which this answer could know' }) position!: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) recordedAt!: string | null;
}

class ThemeAnswer {
  @ApiProperty() number!: number;
  @ApiProperty() name!: string;
}

class MonthsAnswer {
  @ApiProperty({ example: '2017-10' }) first!: string;
  @ApiProperty({ example: '2017-11' }) last!: string;
}

export class DashboardAnswered {
  @ApiProperty({ example: '2017-11' }) period!: string;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'The moment asked for (UTC); null: now',
  })
  knownAt!: string | null;
  @ApiProperty() freshness!: FreshnessAnswer;
  @ApiProperty({ format: 'uuid' }) planId!: string;
  @ApiProperty({ type: [ThemeAnswer] }) themes!: readonly ThemeAnswer[];
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'null: a draft' }) publishedOn!:
    string | null;
  @ApiProperty({ description: 'The months there are' }) months!: MonthsAnswer;
  @ApiProperty({ type: [DashboardRowAnswer], description: 'By theme, then by place on the dashboard' })
  rows!: readonly DashboardRowAnswer[];
}
