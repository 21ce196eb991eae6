import { z } from 'zod';
import { compare, Figure } from './figure.js';
import type { Polarity } from './movement.js';

/**
 * What was promised, as printed. A single figure stands in `low`: tables do not say whether it is a floor or a ceiling,
 * so the measure's polarity decides. No figures at all: the target is words only.
 */
export const Target = z.object({ text: z.string().min(1), low: Figure.nullable(), high: Figure.nullable() });
export type Target = z.infer<typeof Target>;

export const AGAINST_TARGET = ['met', 'missed'] as const;
export type AgainstTarget = (typeof AGAINST_TARGET)[number];

type Limits = Readonly<{ floor: Figure | null; ceiling: Figure | null }>;

const limitsOf = ({ low, high }: Target, polarity: Polarity): Limits => {
  if (low === null || high !== null) return { floor: low, ceiling: high };
  return { floor: polarity === 'higher' ? low : null, ceiling: polarity === 'lower' ? low : null };
};

/** `null` where there is no figure, no target, or no telling which side of it is the good one. */
export const againstTarget = (
  latest: Figure | null,
  target: Target | null,
  polarity: Polarity,
): AgainstTarget | null => {
  if (latest === null || target === null) return null;
  const { floor, ceiling } = limitsOf(target, polarity);
  if (floor === null && ceiling === null) return null;
  const tooLow = floor !== null && compare(latest, floor) < 0;
  const tooHigh = ceiling !== null && compare(latest, ceiling) > 0;
  return tooLow || tooHigh ? 'missed' : 'met';
};

const UNIT_WORD = String.raw`(?:\s*(?:%|percent|per cent|days?|weeks?|cases))?`;
const NUMBER = String.raw`(\d{1,12}(?:\.\d{1,6})?)${UNIT_WORD}`;
const SINGLE = new RegExp(`^${NUMBER}$`, 'i');
const RANGE = new RegExp(String.raw`^${NUMBER}\s*(?:to|-|–)\s*${NUMBER}$`, 'i');

/** `12 to 16` → both ends; `90%` → one figure, in `low`; other words → text only; nothing → `null`. */
export const parseTarget = (printed: string): Target | null => {
  const text = printed.trim();
  if (text === '') return null;
  const [, low = null, high = null] = RANGE.exec(text) ?? SINGLE.exec(text) ?? [];
  const backwards = low !== null && high !== null && compare(low, high) > 0;
  return backwards ? { text, low: null, high: null } : { text, low, high };
};
