import { compare, decimals, figureInWords, type Figure, type Unit } from '../../kernel/figure.js';
import { inWords, londonMonth } from '../../kernel/plain-date.js';
import { Refusal } from '../../kernel/refusal.js';
import { figuresOf, type Defined } from './state.js';

/** @throws Refusal when no such figure can exist in this unit; nothing that is counted here goes below 0. */
export const mustFit = (unit: Unit, figure: Figure, field: string): void => {
  const negative = compare(figure, '0') < 0;
  if (unit === 'percent' && (negative || compare(figure, '100') > 0))
    throw new Refusal('not-a-percentage', 'A percentage must be between 0 and 100.', field);
  if (unit === 'count' && (negative || decimals(figure) > 0))
    throw new Refusal('not-a-count', 'A count must be a whole number, 0 or more.', field);
  if (negative) throw new Refusal('negative-figure', 'The figure must be 0 or more.', field);
};

/** @throws Refusal when the month has not begun in London. */
export const mustHaveBegun = (period: string, now: string): void => {
  if (period > londonMonth(now))
    throw new Refusal('period-ahead', 'The month must be this month or an earlier one.', 'period');
};

const inUnit = (measure: Defined, period: string): string[] =>
  figuresOf(measure, period).map((figure) => figureInWords(figure, measure.particulars.unit));

/** @throws Refusal when the month has a figure; `advice` says what to do instead. */
export const mustBeEmpty = (measure: Defined, period: string, field: string, advice: string): void => {
  const figures = inUnit(measure, period);
  if (figures.length === 0) return;
  const noun = figures.length === 1 ? 'figure' : 'figures';
  const sentence = `${inWords(period)} already has the ${noun} ${figures.join(' and ')}. ${advice}`;
  throw new Refusal('period-has-figure', sentence, field);
};

/** The place of the month's one figure. @throws Refusal when the month has several. */
export const placeOfOnlyFigure = (measure: Defined, period: string): number => {
  const figures = inUnit(measure, period);
  if (figures.length < 2) return 0;
  const sentence = `${inWords(period)} has the figures ${figures.join(' and ')}. Choose the one to correct.`;
  throw new Refusal('which-figure', sentence, 'ordinal');
};

export const nothingRecorded = (period: string): Refusal =>
  new Refusal('no-such-figure', `There is no such figure for ${inWords(period)}. Record it instead.`, 'period');
