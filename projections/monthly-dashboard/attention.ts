import type { BragLetter } from '../../src/kernel/brag.js';
import type { Month } from './reading.js';

/** Why a row deserves a second look. */
export const ATTENTION = [
  'newly-red',
  'rating-and-target-disagree',
  'differs-from-published',
  'two-figures-for-one-period',
  'no-figure',
  'older-figure',
] as const;
export type Attention = (typeof ATTENTION)[number];

type Seen = Readonly<{
  period: string;
  month: Month;
  monthBefore: Month;
  rating: BragLetter | null;
  differs: boolean;
}>;

const disagree = (rating: BragLetter | null, against: Month['against']): boolean =>
  rating === 'R' ? against === 'met' : (rating === 'G' || rating === 'B') && against === 'missed';

const twice = ({ figures, latest, previous }: Month): boolean =>
  figures.some(({ period, ordinal }) => ordinal > 0 && (period === latest?.period || period === previous?.period));

/** Red by the rule now, and another colour by the rule of the month before: what could not be rated then is not news. */
const newlyRed = ({ month, monthBefore }: Seen): boolean =>
  month.rated.rating === 'red' && monthBefore.rated.rating !== null && monthBefore.rated.rating !== 'red';

const TESTS: Readonly<Record<Attention, (seen: Seen) => boolean>> = {
  'newly-red': newlyRed,
  'rating-and-target-disagree': ({ rating, month }) => disagree(rating, month.against),
  'differs-from-published': ({ differs }) => differs,
  'two-figures-for-one-period': ({ month }) => twice(month),
  'no-figure': ({ month }) => month.latest === null,
  'older-figure': ({ month, period }) => month.latest !== null && month.latest.period < period,
};

export const attentionOf = (seen: Seen): Attention[] => ATTENTION.filter((kind) => TESTS[kind](seen));
