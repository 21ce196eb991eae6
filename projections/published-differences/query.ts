import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import type { Unit } from '../../src/kernel/figure.js';
import { inWords } from '../../src/kernel/plain-date.js';
import { differencesOf, type Difference } from '../../src/kernel/printed-row.js';
import { Refusal } from '../../src/kernel/refusal.js';
import { rowsKnown, type Known } from '../kit/known.js';
import { mustBeMonth } from '../monthly-dashboard/months.js';
import { measuresKnown } from '../monthly-dashboard/query.js';
import { readingOf } from '../monthly-dashboard/reading.js';
import { planOutlineTable } from '../plan-outline/row.js';
import { publishedDifferencesTable, type PublishedDifferencesRow } from './row.js';

/** A printed row that disagrees with its own figures, and where. */
export type DifferingRow = PublishedDifferencesRow & Readonly<{ unit: Unit; differences: readonly Difference[] }>;

export type PublishedDifferencesAnswer = Readonly<{
  /** How many printed rows were held against their own figures. */
  checked: number;
  /** By month and printed row. */
  rows: readonly DifferingRow[];
}>;

/** Of one month, or of all. @throws InvalidInput, Refusal when that month was not published. */
export class PublishedDifferences extends Query<PublishedDifferencesAnswer> {
  constructor(
    readonly known: Known,
    readonly period?: string,
  ) {
    super();
  }
}

const printedRowsKnown = (db: DataSource, known: Known, period?: string): Promise<PublishedDifferencesRow[]> => {
  const rows = rowsKnown(db, publishedDifferencesTable, known);
  if (period) rows.andWhere('row.period = :period', { period });
  return rows.orderBy('row.period').addOrderBy('row.row').addOrderBy('row.breakdown').getMany();
};

@QueryHandler(PublishedDifferences)
export class PublishedDifferencesHandler implements IQueryHandler<PublishedDifferences> {
  constructor(private readonly db: DataSource) {}

  async execute({ known, period }: PublishedDifferences): Promise<PublishedDifferencesAnswer> {
    if (period) mustBeMonth(period);
    const [printed, measures, plans] = await Promise.all([
      printedRowsKnown(this.db, known, period),
      measuresKnown(this.db, known),
      rowsKnown(this.db, planOutlineTable, known).getMany(),
    ]);
    if (period && printed.length === 0)
      throw new Refusal(
        'no-such-month',
        `No dashboard was published for ${inWords(period)}. Choose another month.`,
        'period',
      );

    const measureOf = new Map(measures.map((measure) => [measure.measureId, measure]));
    const rulesOf = new Map(plans.map((plan) => [plan.planId, plan.rules]));
    const checked = printed.flatMap((row) => {
      const measure = measureOf.get(row.measureId);
      if (!measure) return [];
      const reading = readingOf(measure, row.period, rulesOf.get(row.planId) ?? []);
      return [{ ...row, unit: measure.unit, differences: differencesOf(row.printed, reading) }];
    });
    return { checked: checked.length, rows: checked.filter(({ differences }) => differences.length > 0) };
  }
}

export const publishedDifferencesQueries = [PublishedDifferencesHandler];
