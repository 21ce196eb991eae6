import type { MonthlyDashboardRow } from '../../../projections/monthly-dashboard/row.js';
import { addMonths } from '../../kernel/plain-date.js';

/** Months in a row without a figure, for one reason; `null` where nobody has said why. */
export type Gap = Readonly<{ from: string; to: string; reason: string | null }>;

type Months = Pick<MonthlyDashboardRow, 'figures' | 'unavailable'>;

const monthsBetween = (first: string, last: string): string[] => {
  const months: string[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
};

/** A measure that was given for two months in a row is due every month; a quarterly one is not missing in between. */
const unexplained = ({ figures }: Months): string[] => {
  const given = [...new Set(figures.map(({ period }) => period))];
  const [first, last] = [given.at(0), given.at(-1)];
  if (!first || !last || !given.some((month) => given.includes(addMonths(month, 1)))) return [];
  return monthsBetween(first, last).filter((month) => !given.includes(month));
};

/** Newest first. A month that was explained and got its figure later is no gap any more. */
export const gapsOf = (measure: Months): Gap[] => {
  const given = new Set(measure.figures.map(({ period }) => period));
  const reasons = new Map<string, string | null>(unexplained(measure).map((month) => [month, null]));
  for (const { period, reason } of measure.unavailable) if (!given.has(period)) reasons.set(period, reason);
  const gaps: Gap[] = [];
  for (const [month, reason] of [...reasons].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const before = gaps.at(-1);
    if (before && before.reason === reason && addMonths(before.to, 1) === month)
      gaps.splice(-1, 1, { ...before, to: month });
    else gaps.push({ from: month, to: month, reason });
  }
  return gaps.reverse();
};
