import type { Brag } from './brag.js';
import { absolute, add, compare, decimals, subtract, type Figure, type Unit } from './figure.js';
import { gain } from './movement.js';
import { rate, referencesOf, type Rateable, type RatingRule } from './rating-rule.js';
import { againstTarget } from './target.js';

/** Half a unit of the last printed place: how far a printed figure may lie from the true one. */
const halfOfLastPlace = (printed: Figure): Figure => {
  const places = decimals(printed);
  return places === 0 ? '0.5' : `0.${'0'.repeat(places)}5`;
};

/** How much rounding alone can explain between figures printed like these. A count is exact. */
export const allowedByRounding = (printed: readonly Figure[], unit: Unit): Figure =>
  unit === 'count' ? '0' : printed.map(halfOfLastPlace).reduce(add, '0');

export const isBeyond = (difference: Figure, allowed: Figure): boolean => compare(absolute(difference), allowed) > 0;

const meetsTarget = ({ target = null, polarity }: Rateable, latest: Figure, allowed: Figure): boolean[] =>
  [subtract(latest, allowed), latest, add(latest, allowed)].map(
    (figure) => againstTarget(figure, target, polarity) === 'met',
  );

/**
 * Every rating the rule can have given before the figures were rounded for printing: figures that print
 * alike may have differed, so where rounding hides which way a figure moved, both answers stand.
 */
export const ratingsWithinRounding = (facts: Rateable, unit: Unit, rule: RatingRule): ReadonlySet<Brag | null> => {
  const possible = new Set([rate(facts, rule).rating]);
  const { latest } = facts;
  if (latest === null) return possible;
  const met = rule.targetIgnored ? [] : meetsTarget(facts, latest, allowedByRounding([latest], unit));
  if (met.some(Boolean)) possible.add(rule.better);
  if (met.length > 0 && met.every(Boolean)) return possible;
  for (const { figure } of referencesOf(facts, rule)) {
    const gained = gain({ ...facts, previous: figure, latest });
    if (gained === null) return possible;
    const allowed = allowedByRounding([latest, figure], unit);
    if (compare(add(gained, allowed), '0') > 0) possible.add(rule.better);
    if (compare(subtract(gained, allowed), '0') < 0) possible.add(rule.worse);
    if (isBeyond(gained, allowed)) return possible;
  }
  return possible.add(rule.same);
};
