import type { QueryBus } from '@nestjs/cqrs';
import type { Known } from '../../../projections/kit/known.js';
import type { DashboardAnswer } from '../../../projections/monthly-dashboard/answer.js';
import { mustHaveFigures, type Months } from '../../../projections/monthly-dashboard/months.js';
import { DashboardMonths, MonthlyDashboard } from '../../../projections/monthly-dashboard/query.js';
import { PublishedDashboards } from '../../../projections/published-dashboards/query.js';
import type { PublishedDashboardRow } from '../../../projections/published-dashboards/row.js';
import { inWords, plainDate } from '../../kernel/plain-date.js';
import { InvalidInput } from '../../kernel/refusal.js';

/**
 * The month that opens by itself: the newest that was published, since that is the paper a board has before it;
 * before anything is published, the newest with figures.
 * @throws NotFound before the first figure
 */
export const openingMonth = (
  months: Months | null,
  published: readonly Pick<PublishedDashboardRow, 'period'>[],
): string => {
  const { first, last } = mustHaveFigures(months, months?.last ?? '');
  return published.findLast(({ period }) => first <= period && period <= last)?.period ?? last;
};

const notAMonth = (months: Months | null): InvalidInput => {
  const there = months ? ` There are figures from ${inWords(months.first)} to ${inWords(months.last)}.` : '';
  const sentence = `Give the month like this: 2017-11.${there}`;
  return new InvalidInput([{ field: 'period', code: 'not-a-month', sentence }]);
};

/**
 * The dashboard of the month in the address, or of the one that opens by itself.
 * @throws InvalidInput when `period` is no month, Refusal when no figure reaches it; both name the months there are
 */
export const dashboardAsked = async (queries: QueryBus, known: Known, period: unknown): Promise<DashboardAnswer> => {
  if (typeof period === 'string' && plainDate.isMonth(period))
    return queries.execute(new MonthlyDashboard(known, period));
  const [months, published] = await Promise.all([
    queries.execute(new DashboardMonths(known)),
    queries.execute(new PublishedDashboards(known)),
  ]);
  if (period !== undefined && period !== '') throw notAMonth(months);
  return queries.execute(new MonthlyDashboard(known, openingMonth(months, published)));
};
