import { Temporal } from '@js-temporal/polyfill';
import { z } from 'zod';

/** Domain dates are ISO text (`2017-11-30`, `2017-11`); Temporal does the arithmetic. Instants are UTC. */
const parses = (parse: (text: string) => unknown) => (text: string) => {
  try {
    parse(text);
    return true;
  } catch {
    return false;
  }
};
const MOST_DAYS = 10_000;
const days = new Set<string>();

/** Every read of every event asks, and nearly always about a day that was asked about before. */
const isDay = (text: string): boolean => {
  if (days.has(text)) return true;
  const is =
    /^\d{4}-\d{2}-\d{2}$/.test(text) && parses((t) => Temporal.PlainDate.from(t, { overflow: 'reject' }))(text);
  if (days.size >= MOST_DAYS) days.clear();
  if (is) days.add(text);
  return is;
};
const isMonth = (text: string) => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
const isInstant = (text: string) =>
  /T.*(Z|[+-]\d{2}:\d{2})$/.test(text) && parses((t) => Temporal.Instant.from(t))(text);

export const plainDate = { isDay, isMonth, isDayOrMonth: (text: string) => isDay(text) || isMonth(text), isInstant };

export const Day = z.string().refine(isDay, 'a date like 2017-11-30').meta({ format: 'date' });
export const Month = z.string().refine(isMonth, 'a month like 2017-11').meta({ format: 'month' });
/** A date as the source gives it: a day, or only a month. */
export const DayOrMonth = z
  .string()
  .refine(plainDate.isDayOrMonth, 'a date like 2017-11-30, or a month like 2017-11')
  .meta({ format: 'date or month' });
export const Instant = z.string().refine(isInstant, 'a moment like 2018-01-16T09:00:00Z').meta({ format: 'moment' });

export const addMonths = (month: string, months: number): string =>
  Temporal.PlainYearMonth.from(month).add({ months }).toString();

/** Day 31, or as far as the month goes. */
export const lastDayOfMonth = (month: string): string =>
  Temporal.PlainYearMonth.from(month).toPlainDate({ day: 31 }).toString();

const MS_A_DAY = 86_400_000;

/** From one day to another: 1 from a day to the next. */
export const daysBetween = (from: string, to: string): number =>
  (Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / MS_A_DAY;

const LONDON = 'Europe/London';
const MOST_HOURS = 10_000;
const dayOfHour = new Map<string, string>();

/** London's clocks change on the full hour, so one UTC hour lies in one London day and is worked out once. */
export const londonDay = (instant: string): string => {
  const hour = instant.endsWith('Z') ? instant.slice(0, 13) : instant;
  const known = dayOfHour.get(hour);
  if (known) return known;
  const day = Temporal.Instant.from(instant).toZonedDateTimeISO(LONDON).toPlainDate().toString();
  if (dayOfHour.size >= MOST_HOURS) dayOfHour.clear();
  dayOfHour.set(hour, day);
  return day;
};
export const londonMonth = (instant: string): string => londonDay(instant).slice(0, 7);

/** `2018-01-16T09:30` as London clocks read it → the UTC instant. */
export const instantFromLondon = (local: string): string =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(LONDON).toInstant().toString();

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `2017-11` → `November 2017`; `2017-11-03` → `3 November 2017`. */
export const inWords = (date: string): string => {
  const [year, month, day] = date.split('-');
  const name = `${MONTHS[Number(month) - 1]} ${year}`;
  return day ? `${Number(day)} ${name}` : name;
};

/** `2017-11` → `Nov 2017` */
export const shortMonth = (month: string): string => inWords(month).replace(/^(\w{3})\w*/, '$1');

/** An instant as London reads it: `16 January 2018 at 09:30`. */
export const momentInWords = (instant: string): string => {
  const there = Temporal.Instant.from(instant).toZonedDateTimeISO(LONDON);
  return `${inWords(there.toPlainDate().toString())} at ${there.toPlainTime().toString({ smallestUnit: 'minute' })}`;
};
