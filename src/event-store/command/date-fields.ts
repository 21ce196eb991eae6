import { isDateOrQuarter, isDue } from '../../kernel/due.js';
import { plainDate } from '../../kernel/plain-date.js';
import { field, fits, type Options } from './field.js';

/** `2017-11-30` */
export const OnDay = (options: Options) =>
  field(
    options,
    { type: String, format: 'date' },
    fits('isDay', plainDate.isDay, `${options.label} must be a real date, like 2017-11-30`),
  );

/** `2017-11` */
export const InMonth = (options: Options) =>
  field(
    options,
    { type: String, pattern: '^\\d{4}-(0[1-9]|1[0-2])$' },
    fits('isMonth', plainDate.isMonth, `${options.label} must be a month, like 2017-11`),
  );

/** `2017-11-30`, or `2017-11` where the day is not known. */
export const OnDayOrInMonth = (options: Options) =>
  field(
    options,
    { type: String },
    fits(
      'isDayOrMonth',
      plainDate.isDayOrMonth,
      `${options.label} must be a date like 2017-11-30, or a month like 2017-11`,
    ),
  );

/** A day, a month, or a quarter of a financial year: `2017-18 Q3`. */
export const OnDateOrInQuarter = (options: Options) =>
  field(
    options,
    { type: String },
    fits(
      'isDateOrQuarter',
      isDateOrQuarter,
      `${options.label} must be a date like 2018-03-31, a month like 2018-03, or a quarter like 2017-18 Q3`,
    ),
  );

/** When it is due: a day, a month, a quarter, or `ongoing`. */
export const OnDue = (options: Options) =>
  field(
    options,
    { type: String },
    fits(
      'isDue',
      isDue,
      `${options.label} must be a date like 2018-03-31, a month like 2018-03, a quarter like 2017-18 Q3, or "ongoing"`,
    ),
  );
