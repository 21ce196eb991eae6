import { addMonths, inWords, plainDate } from '../../src/kernel/plain-date.js';
import { InvalidInput, NotFound, Refusal } from '../../src/kernel/refusal.js';
import type { MonthlyDashboardRow } from './row.js';

/** Every month from the first figure to the last, whether or not each has one. */
export type Months = Readonly<{ first: string; last: string; all: readonly string[] }>;

/** `null` where no measure has a figure. */
export const monthsOf = (measures: readonly Pick<MonthlyDashboardRow, 'figures'>[]): Months | null => {
  const periods = measures.flatMap(({ figures }) => figures.map((figure) => figure.period)).sort();
  const [first, last] = [periods.at(0), periods.at(-1)];
  if (first === undefined || last === undefined) return null;
  const all = [first];
  for (let month = first; month < last;) all.push((month = addMonths(month, 1)));
  return { first, last, all };
};

/** @throws InvalidInput */
export const mustBeMonth = (period: string): void => {
  if (!plainDate.isMonth(period))
    throw new InvalidInput([{ field: 'period', code: 'not-a-month', sentence: 'Give the month like this: 2017-11.' }]);
};

/** @throws NotFound before the first figure, Refusal on field `period` when no figure reaches that month. */
export const mustHaveFigures = (months: Months | null, period: string): Months => {
  if (!months)
    throw new NotFound('no-figures', 'There are no figures yet. Record one, or import a published dashboard.');
  if (months.first <= period && period <= months.last) return months;
  const range =
    months.first === months.last
      ? `for ${inWords(months.first)}`
      : `from ${inWords(months.first)} to ${inWords(months.last)}`;
  throw new Refusal(
    'no-such-month',
    `There is no dashboard for ${inWords(period)}. There are figures ${range}.`,
    'period',
  );
};
