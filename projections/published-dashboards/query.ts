import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { rowsKnown, type Known } from '../kit/known.js';
import { publishedDashboardsTable, type PublishedDashboardRow } from './row.js';

/** Every month that was published, the earliest first. */
export class PublishedDashboards extends Query<readonly PublishedDashboardRow[]> {
  constructor(
    readonly known: Known,
    readonly planId?: string,
  ) {
    super();
  }
}

export const publishedMonthsKnown = (
  db: DataSource,
  known: Known,
  planId?: string,
): Promise<PublishedDashboardRow[]> => {
  const rows = rowsKnown(db, publishedDashboardsTable, known);
  if (planId) rows.andWhere('row.planId = :planId', { planId });
  return rows.orderBy('row.period').addOrderBy('row.rowKey').getMany();
};

@QueryHandler(PublishedDashboards)
export class PublishedDashboardsHandler implements IQueryHandler<PublishedDashboards> {
  constructor(private readonly db: DataSource) {}

  execute({ known, planId }: PublishedDashboards): Promise<readonly PublishedDashboardRow[]> {
    return publishedMonthsKnown(this.db, known, planId);
  }
}

export const publishedDashboardsQueries = [PublishedDashboardsHandler];
