import type { Brag } from '../../src/kernel/brag.js';
import { changeInWords, figureInWords, type Unit } from '../../src/kernel/figure.js';
import { arrowOf, POLARITY_IN_WORDS, type Polarity } from '../../src/kernel/movement.js';
import type { Month } from './reading.js';

/** One sentence each, that a reader can check; `null` where there is nothing to work out. */
export type Working = Readonly<Record<'change' | 'direction' | 'rating' | 'target', string | null>>;

const WENT = { up: 'It went up', down: 'It went down', none: 'It did not change' } as const;

const change = ({ latest, previous, moved }: Month, unit: Unit): string | null =>
  latest && previous && moved
    ? `${figureInWords(latest.value, unit)} less ${figureInWords(previous.value, unit)} is ${changeInWords(moved.change, unit)}.`
    : null;

const direction = ({ moved }: Month, polarity: Polarity): string | null => {
  if (!moved) return null;
  const arrow = arrowOf(moved.change);
  if (arrow === 'none') return `${WENT.none}.`;
  const verdict = { better: ', so better', worse: ', so worse', same: ', so no change', neutral: '' }[moved.direction];
  return `${WENT[arrow]}, and ${POLARITY_IN_WORDS[polarity]}${verdict}.`;
};

const rating = ({ latest, rated }: Month, printed: Brag | null): string | null => {
  if (rated.rating === null && printed) return `${rated.working}; ${printed} is what the council printed.`;
  return latest && `${rated.working}.`;
};

const target = ({ latest, target: promised, against }: Month, unit: Unit): string | null => {
  if (!latest || !promised) return null;
  const held = `${figureInWords(latest.value, unit)} against a target of ${promised.text}`;
  return against ? `${held}: ${against}.` : `${held}: there is no telling which side of it is better.`;
};

/** `printed`: the rating that the council printed, where the rule gives none. */
export const workingOf = (
  month: Month,
  { unit, polarity, printed }: { unit: Unit; polarity: Polarity; printed: Brag | null },
): Working => ({
  change: change(month, unit),
  direction: direction(month, polarity),
  rating: rating(month, printed),
  target: target(month, unit),
});
