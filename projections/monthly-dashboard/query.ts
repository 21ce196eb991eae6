import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { NotFound } from '../../src/kernel/refusal.js';
import { NOW, rowsKnown, type Known } from '../kit/known.js';
import { planKnown } from '../plan-outline/query.js';
import { publishedMonthsKnown } from '../published-dashboards/query.js';
import { publishedDifferencesTable } from '../published-differences/row.js';
import type { DashboardAnswer } from './answer.js';
import { dashboardRow } from './dashboard-row.js';
import { monthsOf, mustBeMonth, mustHaveFigures, type Months } from './months.js';
import { monthlyDashboardTable, type MonthlyDashboardRow } from './row.js';

/** The dashboard of one month; without a plan, of the first plan. @throws InvalidInput, NotFound */
export class MonthlyDashboard extends Query<DashboardAnswer> {
  constructor(
    readonly known: Known,
    readonly period: string,
    readonly planId?: string,
  ) {
    super();
  }
}

/** From the first month that has a figure to the last; `null` where there is none. */
export class DashboardMonths extends Query<Months | null> {
  constructor(
    readonly known: Known,
    readonly planId?: string,
  ) {
    super();
  }
}

/** Every measure, by theme and place on the dashboard. */
export class MeasureList extends Query<readonly MonthlyDashboardRow[]> {
  constructor(
    readonly known: Known,
    readonly planId?: string,
  ) {
    super();
  }
}

export type OneMeasureAnswer = Readonly<{
  measure: MonthlyDashboardRow;
  /** The other breakdowns under the same name. */
  siblings: readonly MonthlyDashboardRow[];
}>;

/** One measure. @throws NotFound */
export class OneMeasure extends Query<OneMeasureAnswer> {
  constructor(
    readonly known: Known,
    readonly measureId: string,
  ) {
    super();
  }
}

/** By theme and place on the dashboard. */
const onTheDashboard = (rows: ReturnType<typeof rowsKnown<MonthlyDashboardRow>>): Promise<MonthlyDashboardRow[]> =>
  rows.orderBy('row.theme').addOrderBy('row.order').addOrderBy('row.breakdown').addOrderBy('row.rowKey').getMany();

export const measuresKnown = (db: DataSource, known: Known, planId?: string): Promise<MonthlyDashboardRow[]> => {
  const rows = rowsKnown(db, monthlyDashboardTable, known);
  if (planId) rows.andWhere('row.planId = :planId', { planId });
  return onTheDashboard(rows);
};

@QueryHandler(MonthlyDashboard)
export class MonthlyDashboardHandler implements IQueryHandler<MonthlyDashboard> {
  constructor(private readonly db: DataSource) {}

  async execute({ known, period, planId: asked }: MonthlyDashboard): Promise<DashboardAnswer> {
    mustBeMonth(period);
    const { planId, themes, rules } = await planKnown(this.db, known, asked);
    const [measures, printed, published] = await Promise.all([
      measuresKnown(this.db, known, planId),
      rowsKnown(this.db, publishedDifferencesTable, known)
        .andWhere('row.period = :period and row.planId = :planId', { period, planId })
        .getMany(),
      publishedMonthsKnown(this.db, known, planId),
    ]);
    const { first, last } = mustHaveFigures(await this.monthsThereAre(measures, known, planId), period);
    const printedOf = new Map(printed.map((row) => [row.measureId, row]));
    return {
      period,
      knownAt: known.instant,
      planId,
      themes,
      publishedOn: published.find((month) => month.period === period)?.publishedOn ?? null,
      months: { first, last },
      rows: measures.map((measure) =>
        dashboardRow(measure, { period, rules, published: printedOf.get(measure.measureId) ?? null }),
      ),
    };
  }

  /** By what is known now: a past moment may be asked about a month before it had a figure. */
  private async monthsThereAre(
    measures: readonly MonthlyDashboardRow[],
    { instant }: Known,
    planId: string,
  ): Promise<Months | null> {
    return monthsOf(instant === null ? measures : await measuresKnown(this.db, NOW, planId));
  }
}

@QueryHandler(DashboardMonths)
export class DashboardMonthsHandler implements IQueryHandler<DashboardMonths> {
  constructor(private readonly db: DataSource) {}

  async execute({ known, planId }: DashboardMonths): Promise<Months | null> {
    return monthsOf(await measuresKnown(this.db, known, planId));
  }
}

@QueryHandler(MeasureList)
export class MeasureListHandler implements IQueryHandler<MeasureList> {
  constructor(private readonly db: DataSource) {}

  execute({ known, planId }: MeasureList): Promise<readonly MonthlyDashboardRow[]> {
    return measuresKnown(this.db, known, planId);
  }
}

@QueryHandler(OneMeasure)
export class OneMeasureHandler implements IQueryHandler<OneMeasure> {
  constructor(private readonly db: DataSource) {}

  async execute({ known, measureId }: OneMeasure): Promise<OneMeasureAnswer> {
    const measure = await rowsKnown(this.db, monthlyDashboardTable, known)
      .andWhere('row.rowKey = :measureId', { measureId })
      .getOne();
    if (!measure)
      throw new NotFound(
        'no-such-measure',
        'There is no such measure, or it was not yet known at that moment.',
        'measureId',
      );
    const { planId, name } = measure;
    const sameName = await onTheDashboard(
      rowsKnown(this.db, monthlyDashboardTable, known).andWhere('row.planId = :planId and row.name = :name', {
        planId,
        name,
      }),
    );
    return { measure, siblings: sameName.filter((one) => one.measureId !== measureId) };
  }
}

export const monthlyDashboardQueries = [
  MonthlyDashboardHandler,
  DashboardMonthsHandler,
  MeasureListHandler,
  OneMeasureHandler,
];
