import { inWords, plainDate } from '../kernel/plain-date.js';
import { InvalidInput, type FieldError } from '../kernel/refusal.js';
import type { PrintedSeries } from './file/printed-series.js';

/** What the person says beside the file. Without a period it is the newest month in the file. */
export type Particulars = Readonly<{ period: string | null; publishedOn: string; source: string }>;

const LONGEST_SOURCE = 500;

const newestMonth = (series: readonly PrintedSeries[]): string | null =>
  series.reduce<string | null>((newest, { printed }) => {
    const month = printed.latest?.period ?? null;
    return month !== null && (newest === null || month > newest) ? month : newest;
  }, null);

/** What is wrong with the particulars by themselves. */
export const particularsErrors = ({ period, publishedOn, source }: Particulars): FieldError[] => [
  ...(period === null || plainDate.isMonth(period)
    ? []
    : [{ field: 'period', code: 'not-a-month', sentence: 'The month of the dashboard must be a month, like 2017-11' }]),
  ...(plainDate.isDay(publishedOn)
    ? []
    : [{ field: 'publishedOn', code: 'not-a-day', sentence: 'Published on must be a real date, like 2018-01-16' }]),
  ...(source.length > 0 && source.length <= LONGEST_SOURCE
    ? []
    : [
        {
          field: 'source',
          code: 'no-source',
          sentence: `Name the paper it was published in, in 1 to ${LONGEST_SOURCE} characters`,
        },
      ]),
];

/** The month that the file is the dashboard of. @throws InvalidInput on `period` */
export const periodOf = (given: string | null, series: readonly PrintedSeries[]): string => {
  const newest = newestMonth(series);
  const period = given ?? newest;
  if (period === null)
    throw wrongPeriod('The file has no figure, so it does not tell its month. Give the month of the dashboard.');
  if (newest !== null && newest > period)
    throw wrongPeriod(
      `The file has figures of ${inWords(newest)}, so it cannot be the dashboard of ${inWords(period)}.`,
    );
  return period;
};

const wrongPeriod = (sentence: string): InvalidInput =>
  new InvalidInput([{ field: 'period', code: 'wrong-period', sentence }]);
