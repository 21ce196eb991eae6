import { Temporal } from '@js-temporal/polyfill';
import { addMonths, instantFromLondon, lastDayOfMonth } from '../../../kernel/plain-date.js';

/** The end of a month: its last day, and the instant at which it was over in London. */
export type MonthEnd = Readonly<{ month: string; day: string; instant: string }>;

export const MOST_MONTHS = 24;

const dayAfter = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString();

/** From the month of the first day to that of the last, each at its end; the last at that day, if it is not over. */
export const monthEnds = (first: string, last: string): MonthEnd[] => {
  const ends: MonthEnd[] = [];
  for (let month = first.slice(0, 7); month <= last.slice(0, 7); month = addMonths(month, 1)) {
    const lastDay = lastDayOfMonth(month);
    const day = lastDay < last ? lastDay : last;
    ends.push({ month, day, instant: instantFromLondon(`${dayAfter(day)}T00:00`) });
  }
  return ends.slice(-MOST_MONTHS);
};
