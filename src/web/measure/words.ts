import type { Unit } from '../../kernel/figure.js';
import { measureName } from '../../kernel/measure-name.js';
import type { Polarity } from '../../kernel/movement.js';

export const UNIT_IN_WORDS: Readonly<Record<Unit, string>> = {
  percent: 'A percentage',
  count: 'A count',
  cases: 'Cases for each worker, on average',
  days: 'Days',
  weeks: 'Weeks',
};

/** What to type, beside the box a figure is typed into. */
export const UNIT_HINT: Readonly<Record<Unit, string>> = {
  percent: 'A number from 0 to 100, such as 57.2. Leave out the % sign.',
  count: 'A whole number, such as 28.',
  cases: 'A number such as 14.5.',
  days: 'A number of days, such as 4.5. Leave out the word.',
  weeks: 'A number of weeks, such as 18. Leave out the word.',
};

export const POLARITY_IN_WORDS: Readonly<Record<Polarity, string>> = {
  higher: 'Higher is better',
  lower: 'Lower is better',
  band: 'Inside the target range is best; nearer to it is better',
  neutral: 'Neither higher nor lower is better',
};

export const RETURNED_IN_WORDS = {
  returned: 'Given to Daybook: typed in or imported',
  derived: 'Counted by Daybook',
} as const;

export const titleOf = ({ name, breakdown }: { name: string; breakdown: string | null }): string =>
  measureName(name, breakdown);
