import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { rowsKnown, type Known } from '../kit/known.js';
import { measureSeriesTable, type MeasureSeriesRow } from './row.js';

/** Every figure of one measure: by month, and within a month in the order they came. Empty where there is none. */
export class MeasureSeries extends Query<readonly MeasureSeriesRow[]> {
  constructor(
    readonly known: Known,
    readonly measureId: string,
  ) {
    super();
  }
}

@QueryHandler(MeasureSeries)
export class MeasureSeriesHandler implements IQueryHandler<MeasureSeries> {
  constructor(private readonly db: DataSource) {}

  execute({ known, measureId }: MeasureSeries): Promise<readonly MeasureSeriesRow[]> {
    return rowsKnown(this.db, measureSeriesTable, known)
      .andWhere('row.measureId = :measureId', { measureId })
      .orderBy('row.period')
      .addOrderBy('row.ordinal')
      .getMany();
  }
}

export const measureSeriesQueries = [MeasureSeriesHandler];
