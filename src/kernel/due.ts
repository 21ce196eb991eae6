import { Temporal } from '@js-temporal/polyfill';
import { z } from 'zod';
import { inWords, lastDayOfMonth, plainDate } from './plain-date.js';

/** What has no end, such as a duty that is done every month. */
export const ONGOING = 'ongoing';

const QUARTER = /^(\d{4})-(\d{2}) Q([1-4])$/;
const EXAMPLES = 'a date like 2018-03-31, a month like 2018-03, or a quarter of a financial year like 2017-18 Q3';

/** A financial year runs from April to March, so its second year is the next one. */
const quarterOf = (text: string): { firstMonth: Temporal.PlainYearMonth; year: string; quarter: number } | null => {
  const [, year, next, quarter] = QUARTER.exec(text) ?? [];
  if (!year || Number(next) !== (Number(year) + 1) % 100) return null;
  const months = (Number(quarter) - 1) * 3;
  const firstMonth = Temporal.PlainYearMonth.from(`${year}-04`).add({ months });
  return { firstMonth, year: `${year}-${next}`, quarter: Number(quarter) };
};

export const isDateOrQuarter = (text: string): boolean =>
  plainDate.isDayOrMonth(text) || (QUARTER.test(text) && quarterOf(text) !== null);
export const isDue = (text: string): boolean => text === ONGOING || isDateOrQuarter(text);

/** A date as a plan gives it: a day, a month, or a quarter of a financial year. */
export const DateOrQuarter = z.string().refine(isDateOrQuarter, EXAMPLES).meta({ format: 'date, month or quarter' });
/** When something is to be done by: a date as a plan gives it, or `ongoing`. */
export const Due = z
  .string()
  .refine(isDue, `${EXAMPLES}; or ongoing`)
  .meta({ format: 'date, month, quarter or ongoing' });

/** The first day that the text speaks of; of `ongoing`, none. */
export const firstDayOf = (due: string): string | null => {
  if (due === ONGOING) return null;
  const quarter = quarterOf(due);
  if (quarter) return `${quarter.firstMonth.toString()}-01`;
  return plainDate.isMonth(due) ? `${due}-01` : due;
};

/** The last day on which it is still in time; of `ongoing`, none. */
export const lastDayOf = (due: string): string | null => {
  if (due === ONGOING) return null;
  const quarter = quarterOf(due);
  if (quarter) return lastDayOfMonth(quarter.firstMonth.add({ months: 2 }).toString());
  return plainDate.isMonth(due) ? lastDayOfMonth(due) : due;
};

/** Whether it ends before the start begins: a month that both share is no contradiction. */
export const endsBeforeStart = (due: string | null, startOn: string | null): boolean => {
  const last = due && lastDayOf(due);
  const first = startOn && firstDayOf(startOn);
  return !!last && !!first && last < first;
};

/** `2017-18 Q3` → `quarter 3 of 2017-18 (October to December 2017)`; dates as everywhere. */
export const dueInWords = (due: string): string => {
  if (due === ONGOING) return ONGOING;
  const quarter = quarterOf(due);
  if (!quarter) return inWords(due);
  const [first] = inWords(quarter.firstMonth.toString()).split(' ');
  const last = inWords(quarter.firstMonth.add({ months: 2 }).toString());
  return `quarter ${quarter.quarter} of ${quarter.year} (${first} to ${last})`;
};
