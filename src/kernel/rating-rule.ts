import { z } from 'zod';
import { Brag } from './brag.js';
import { figureInWords, type Figure, type Unit } from './figure.js';
import { arrowOf, movement, POLARITY_IN_WORDS, type Band, type Polarity } from './movement.js';
import { Month } from './plain-date.js';
import { againstTarget, type Target } from './target.js';

/** What the latest figure may be held against. */
export const REFERENCES = ['baseline', 'previous'] as const;
export type Reference = (typeof REFERENCES)[number];

/**
 * How a plan turns figures into colours. It is data with a version and a first month, so that a rating
 * can always be worked out again by the rule of its day.
 */
export const RatingRule = z.object({
  version: z.int().positive(),
  from: Month,
  /** In order: a reference that is absent or equal gives way to the next. */
  compareWith: z.array(z.enum(REFERENCES)).min(1),
  better: Brag.nullable(),
  worse: Brag.nullable(),
  same: Brag.nullable(),
  /** `false`: a figure that meets its target is rated as better, whichever way it moved. */
  targetIgnored: z.boolean(),
  words: z.string().min(1),
});
export type RatingRule = z.infer<typeof RatingRule>;

/** What a rule looks at; an absent figure is `null`. Without a unit, figures are shown bare in the working. */
export type Rateable = Readonly<{
  latest: Figure | null;
  baseline: Figure | null;
  previous: Figure | null;
  polarity: Polarity;
  band?: Band | null;
  target?: Target | null;
  unit?: Unit;
}>;

/** `working` is one sentence that a reader can check. */
export type Rated = Readonly<{ rating: Brag | null; comparedWith: Reference | null; working: string }>;

const AT = { baseline: 'at the judgement', previous: 'in the previous period' } as const;
const MOVED = { up: 'higher', down: 'lower', none: 'no different' } as const;

const verdict = (rating: Brag | null): string => (rating ? `so ${rating}` : 'so not rated');
const unrated = (working: string): Rated => ({ rating: null, comparedWith: null, working });

/** What the rule holds the figure against, in its order; absent figures are left out. */
export const referencesOf = (facts: Rateable, rule: RatingRule): { reference: Reference; figure: Figure }[] =>
  rule.compareWith.flatMap((reference) => {
    const figure = facts[reference];
    return figure === null ? [] : [{ reference, figure }];
  });

const noBetterNoWorse = (references: readonly Reference[]): string =>
  `no better and no worse than ${references.map((reference) => AT[reference]).join(' or ')}`;

const rateByMovement = (facts: Rateable, latest: Figure, rule: RatingRule): Rated => {
  const { polarity, band, unit = 'count' } = facts;
  const shown = figureInWords(latest, unit);
  const equal: Reference[] = [];
  for (const { reference, figure } of referencesOf(facts, rule)) {
    const { change, direction } = movement({ previous: figure, latest, polarity, band });
    if (direction === 'better' || direction === 'worse') {
      const rating = rule[direction];
      const passedOver = equal.length > 0 ? `${shown} is ${noBetterNoWorse(equal)}; ` : '';
      const compared = `${shown} against ${figureInWords(figure, unit)} ${AT[reference]}`;
      const reason = `${MOVED[arrowOf(change)]}, and ${POLARITY_IN_WORDS[polarity]}, ${verdict(rating)}`;
      return { rating, comparedWith: reference, working: `${passedOver}${compared}: ${reason}` };
    }
    equal.push(reference);
  }
  const last = equal.at(-1);
  if (!last) return unrated(`${shown} has nothing to be compared with, so not rated`);
  const working = `${shown} is ${noBetterNoWorse(equal)}, ${verdict(rule.same)}`;
  return { rating: rule.same, comparedWith: last, working };
};

/** Rates a figure by the rule. A measure that is neither better up nor better down is never rated by rule. */
export const rate = (facts: Rateable, rule: RatingRule): Rated => {
  const { latest, polarity, band = null, target = null, unit = 'count' } = facts;
  if (latest === null) return unrated('There is no figure, so not rated');
  if (polarity === 'neutral') return unrated('Neither higher nor lower is better, so not rated by rule');
  if (polarity === 'band' && band === null) return unrated('The band to be inside is not known, so not rated by rule');
  if (!rule.targetIgnored && target && againstTarget(latest, target, polarity) === 'met') {
    const working = `${figureInWords(latest, unit)} meets the target ${target.text}, ${verdict(rule.better)}`;
    return { rating: rule.better, comparedWith: null, working };
  }
  return rateByMovement(facts, latest, rule);
};
