import { z } from 'zod';
import { compare, Figure, subtract } from './figure.js';

/** Which way is better: up, down, towards a band, or neither. */
export const POLARITIES = ['higher', 'lower', 'band', 'neutral'] as const;
export const Polarity = z.enum(POLARITIES);
export type Polarity = z.infer<typeof Polarity>;

/** As a clause of a working. A band is the target of its measure. */
export const POLARITY_IN_WORDS: Readonly<Record<Polarity, string>> = {
  higher: 'higher is better',
  lower: 'lower is better',
  band: 'nearer to the target is better',
  neutral: 'neither way is better',
};

export const DIRECTIONS = ['better', 'worse', 'same', 'neutral'] as const;
export const Direction = z.enum(DIRECTIONS);
export type Direction = z.infer<typeof Direction>;

/** Both ends belong to the band. */
export const Band = z.object({ low: Figure, high: Figure }).refine((band) => compare(band.low, band.high) <= 0, {
  message: 'the low end of a band comes first',
});
export type Band = z.infer<typeof Band>;

export type Comparison = Readonly<{ previous: Figure; latest: Figure; polarity: Polarity; band?: Band | null }>;

/** How far a figure lies outside the band; 0 inside it. */
const distance = (figure: Figure, band: Band): Figure => {
  if (compare(figure, band.low) < 0) return subtract(band.low, figure);
  return compare(figure, band.high) > 0 ? subtract(figure, band.high) : '0';
};

/** How much better the latest figure is than the earlier one; negative is worse, `null` where neither is better. */
export const gain = ({ previous, latest, polarity, band }: Comparison): Figure | null => {
  switch (polarity) {
    case 'higher':
      return subtract(latest, previous);
    case 'lower':
      return subtract(previous, latest);
    case 'band':
      return band ? subtract(distance(previous, band), distance(latest, band)) : null;
    case 'neutral':
      return null;
  }
};

const DIRECTION_OF_SIGN = { '1': 'better', '0': 'same', '-1': 'worse' } as const;

/**
 * Latest less previous, and whether that is better.
 * A neutral measure is `neutral` even when unchanged, and so is a `band` measure whose band is not known.
 */
export const movement = (comparison: Comparison): { change: Figure; direction: Direction } => {
  const gained = gain(comparison);
  return {
    change: subtract(comparison.latest, comparison.previous),
    direction: gained === null ? 'neutral' : DIRECTION_OF_SIGN[compare(gained, '0')],
  };
};

/** Up, down or level, whatever is better. */
export const ARROWS = ['up', 'down', 'none'] as const;
export const Arrow = z.enum(ARROWS);
export type Arrow = z.infer<typeof Arrow>;

const ARROW_OF_SIGN = { '1': 'up', '0': 'none', '-1': 'down' } as const;

export const arrowOf = (change: Figure): Arrow => ARROW_OF_SIGN[compare(change, '0')];
