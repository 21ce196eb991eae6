import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Known } from '../../../projections/kit/known.js';
import { MeasureSeries } from '../../../projections/measure-series/query.js';
import { DashboardMonths, MonthlyDashboard, OneMeasure } from '../../../projections/monthly-dashboard/query.js';
import type { MonthlyDashboardRow } from '../../../projections/monthly-dashboard/row.js';
import { Requires } from '../../identity/requires.js';
import { IdOf } from '../answer/id.js';
import { page } from '../answer/page.js';
import { AtKnown } from '../answer/request.js';
import { measureView, type Standing } from './view.js';

/** One measure: what it counts, where it stands, and every figure with who gave it, when, and from where. */
@Controller('measures/:measureId')
export class MeasurePage {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Requires('measures.read')
  async show(@IdOf('measure') measureId: string, @AtKnown() known: Known) {
    const [answer, series] = await Promise.all([
      this.queries.execute(new OneMeasure(known, measureId)),
      this.queries.execute(new MeasureSeries(known, measureId)),
    ]);
    const standing = await this.standing(answer.measure, known);
    return page('measure/page.njk', { measure: measureView(answer, series, standing) });
  }

  private async standing({ measureId, planId }: MonthlyDashboardRow, known: Known): Promise<Standing | null> {
    const months = await this.queries.execute(new DashboardMonths(known, planId));
    if (!months) return null;
    const { period, rows } = await this.queries.execute(new MonthlyDashboard(known, months.last, planId));
    const row = rows.find(({ id }) => id === measureId);
    return row ? { period, row } : null;
  }
}
