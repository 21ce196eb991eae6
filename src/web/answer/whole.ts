import { InvalidInput } from '../../kernel/refusal.js';

type Range = Readonly<{ least: number; most: number }>;

/** Places in the log. */
export const POSITIONS: Range = { least: 0, most: Number.MAX_SAFE_INTEGER };

/** A whole number that an address gives under a name; null when it gives none. @throws InvalidInput on that name */
export const wholeOf = (given: unknown, name: string, { least, most }: Range): number | null => {
  if (given === undefined || given === '') return null;
  const number = Number(given);
  if (typeof given === 'string' && /^\d+$/.test(given) && number >= least && number <= most) return number;
  const sentence =
    most === POSITIONS.most
      ? `${name} must be a position in the log: a whole number, ${least} or more`
      : `${name} must be a whole number from ${least} to ${most}`;
  throw new InvalidInput([{ field: name, code: 'not-in-range', sentence }]);
};
