import { z } from 'zod';
import { BRAG_LETTERS, bragOfLetter } from './brag.js';
import { absolute, changeInWords, compare, Figure, figureInWords, subtract, type Unit } from './figure.js';
import { Arrow, arrowOf, type Band, type Polarity } from './movement.js';
import { inWords, Month } from './plain-date.js';
import { rate, type Rateable, type RatingRule } from './rating-rule.js';
import { allowedByRounding, isBeyond, ratingsWithinRounding } from './rounding.js';
import { Target } from './target.js';

const Printed = z.object({ period: Month, value: Figure });

/** One row of a dashboard exactly as a council printed it: `null` is what was not printed. */
export const PrintedRow = z.object({
  previous: Printed.nullable(),
  latest: Printed.nullable(),
  /** `text` keeps sign and unit as printed, `value` the number in it, `direction` the arrow beside it. */
  change: z.object({ value: Figure.nullable(), text: z.string().nullable(), direction: Arrow.nullable() }).nullable(),
  baseline: z
    .object({ label: z.string(), value: Figure, text: z.string().nullable(), direction: Arrow.nullable() })
    .nullable(),
  target: Target.nullable(),
  rating: z.enum(BRAG_LETTERS).nullable(),
  /** The words that stand in place of figures. */
  availability: z.string().nullable(),
  note: z.string().nullable(),
});
export type PrintedRow = z.infer<typeof PrintedRow>;

export const DIFFERENCE_FIELDS = ['change', 'direction', 'period', 'rating', 'baseline-direction'] as const;

/** What was printed beside what the printed figures give; `why` is the working, for a reader. */
export const Difference = z.object({
  field: z.enum(DIFFERENCE_FIELDS),
  published: z.string(),
  computed: z.string(),
  why: z.string(),
});
export type Difference = z.infer<typeof Difference>;

/** What the measure and the plan add to the printed figures. */
export type Reading = Readonly<{ unit: Unit; polarity: Polarity; band?: Band | null; rule: RatingRule }>;

const ARROW_IN_WORDS = { up: 'up', down: 'down', none: 'no change' } as const;

/** `+` or `-` as printed; `null` where the size stands alone and only the arrow could tell. */
const printedSign = (text: string): '+' | '-' | null => {
  const [first = ''] = text.trim();
  if (first === '+') return '+';
  return '-−–'.includes(first) && first !== '' ? '-' : null;
};

/** How far the printed change lies from the computed one; by size alone where no sign was printed. */
const gapOf = (computed: Figure, value: Figure, text: string): Figure => {
  const sign = printedSign(text);
  const size = absolute(value);
  if (sign === null) return subtract(absolute(computed), size);
  return subtract(computed, sign === '-' ? `-${size}` : size);
};

const changeDifference = ({ previous, latest, change }: PrintedRow, unit: Unit): Difference[] => {
  if (!previous || !latest || !change || change.value === null) return [];
  const text = change.text ?? change.value;
  // A percentage of something that is not a percentage is another kind of change; it cannot be checked against these.
  if (text.includes('%') && unit !== 'percent') return [];
  const computed = subtract(latest.value, previous.value);
  const allowed = allowedByRounding([previous.value, latest.value, change.value], unit);
  if (!isBeyond(gapOf(computed, change.value, text), allowed)) return [];
  const worked = changeInWords(computed, unit);
  const sum = `${figureInWords(latest.value, unit)} less ${figureInWords(previous.value, unit)} is ${worked}`;
  const limit = unit === 'count' ? 'A count is not rounded.' : `Rounding explains at most ${allowed}.`;
  return [{ field: 'change', published: text, computed: worked, why: `${sum}; ${text} was printed. ${limit}` }];
};

type Arrowed = Readonly<{ from: Figure; to: Figure; arrow: Arrow; allowed: Figure; exact: boolean }>;

/** An arrow up or down is contradicted by a change the other way; level, by any change that rounding cannot explain. */
const contradicts = ({ from, to, arrow, allowed, exact }: Arrowed): boolean => {
  const change = subtract(to, from);
  if (arrow === 'none') return isBeyond(change, allowed);
  if (compare(change, '0') === 0) return exact;
  return arrowOf(change) !== arrow && isBeyond(change, allowed);
};

const arrowDifference = (field: 'direction' | 'baseline-direction', arrowed: Arrowed, unit: Unit): Difference[] => {
  if (!contradicts(arrowed)) return [];
  const published = ARROW_IN_WORDS[arrowed.arrow];
  const computed = ARROW_IN_WORDS[arrowOf(subtract(arrowed.to, arrowed.from))];
  const moved = `From ${figureInWords(arrowed.from, unit)} to ${figureInWords(arrowed.to, unit)} is ${computed}`;
  return [{ field, published, computed, why: `${moved}; the printed arrow says ${published}.` }];
};

const changeArrowDifference = ({ previous, latest, change }: PrintedRow, unit: Unit): Difference[] => {
  if (!previous || !latest || !change?.direction) return [];
  const figures = [previous.value, latest.value];
  // A level arrow may have been drawn from the rounded change.
  if (change.direction === 'none' && change.value !== null) figures.push(change.value);
  const allowed = allowedByRounding(figures, unit);
  const [from, to] = [previous.value, latest.value];
  return arrowDifference('direction', { from, to, arrow: change.direction, allowed, exact: unit === 'count' }, unit);
};

const baselineArrowDifference = ({ latest, baseline }: PrintedRow, unit: Unit): Difference[] => {
  if (!latest || !baseline?.direction) return [];
  const [from, to, arrow] = [baseline.value, latest.value, baseline.direction];
  const allowed = allowedByRounding([from, to], unit);
  return arrowDifference('baseline-direction', { from, to, arrow, allowed, exact: unit === 'count' }, unit);
};

const periodDifference = ({ previous, latest }: PrintedRow): Difference[] => {
  if (!previous || !latest || previous.period < latest.period) return [];
  const same = previous.period === latest.period;
  const published = `${inWords(previous.period)}, then ${inWords(latest.period)}`;
  const why = same
    ? `Both figures are printed under ${inWords(latest.period)}; one month cannot be both the previous and the latest.`
    : 'The figure printed as previous is of a later month than the latest one.';
  return [{ field: 'period', published, computed: 'the previous month comes before the latest', why }];
};

const ratingDifference = (row: PrintedRow, { unit, polarity, band, rule }: Reading): Difference[] => {
  const published = row.rating && bragOfLetter(row.rating);
  if (!published) return [];
  const facts: Rateable = {
    latest: row.latest?.value ?? null,
    previous: row.previous?.value ?? null,
    baseline: row.baseline?.value ?? null,
    target: row.target,
    polarity,
    band,
    unit,
  };
  const possible = ratingsWithinRounding(facts, unit, rule);
  const { rating, working } = rate(facts, rule);
  // Where the rule gives no rating it has nothing to say against the printed one.
  if (rating === null || possible.has(null) || possible.has(published)) return [];
  return [{ field: 'rating', published, computed: rating, why: `${working}; ${published} was printed.` }];
};

/**
 * Where a printed row disagrees with its own figures, its polarity or the plan's rule, beyond what the rounding of
 * the printed figures can explain. What was not printed is never a difference.
 */
export const differencesOf = (row: PrintedRow, reading: Reading): Difference[] => [
  ...changeDifference(row, reading.unit),
  ...changeArrowDifference(row, reading.unit),
  ...periodDifference(row),
  ...ratingDifference(row, reading),
  ...baselineArrowDifference(row, reading.unit),
];
