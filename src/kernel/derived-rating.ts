import type { ActionRule, Sign, Supports } from './action-rule.js';
import { SIGNS } from './action-rule.js';
import type { ActionFacts } from './action-facts.js';
import type { Brag } from './brag.js';
import { dueInWords, firstDayOf, lastDayOf } from './due.js';
import { daysBetween } from './plain-date.js';
import { signsOf } from './action-signs.js';

export type { ActionFacts } from './action-facts.js';

/** One thing that speaks against the action, and the sentence by which a reader can check it. */
export type SignShown = Readonly<{ sign: Sign; supports: Supports; working: string }>;

export type Derived = Readonly<{ rating: Brag | null; signs: readonly SignShown[]; working: readonly string[] }>;

const without = (rating: Brag | null, working: string): Derived => ({ rating, signs: [], working: [working] });

/** What needs no weighing: there is no rule, the action is over, or it has not begun. */
const settled = ({ completion, startOn }: ActionFacts, rule: ActionRule | null, asAt: string): Derived | null => {
  if (rule === null) return without(null, 'This plan has adopted no rule for its actions');
  if (completion === 'withdrawn') return without(null, 'Withdrawn, so not rated');
  if (completion === 'verified') return without('blue', 'Completion was verified with evidence');
  const starts = startOn && firstDayOf(startOn);
  return starts && starts > asAt ? without('green', `Not to start before ${dueInWords(startOn)}`) : null;
};

/**
 * The colour that the facts support on a day, with the working. Pure: `asAt` is the only clock.
 * @param rule the rule in force on that day; null where the plan has adopted none
 */
export const derive = (facts: ActionFacts, rule: ActionRule | null, asAt: string): Derived => {
  const known = settled(facts, rule, asAt);
  if (known || rule === null) return known!;
  const found = signsOf(facts, rule, asAt);
  const signs = SIGNS.flatMap((sign) => {
    const working = found[sign];
    const supports = supportOf(rule, sign);
    return working && supports ? [{ sign, supports, working }] : [];
  });
  if (signs.length === 0) return without('green', 'Nothing speaks against it');
  const rating = signs.some(({ supports }) => supports === 'red') ? 'red' : 'amber';
  return { rating, signs, working: signs.map(({ working }) => working) };
};

/** A rule that names a sign twice means the worse of the two. */
const supportOf = (rule: ActionRule, sign: Sign): Supports | null => {
  const named = rule.signs.filter((entry) => entry.sign === sign).map(({ supports }) => supports);
  return named.includes('red') ? 'red' : (named[0] ?? null);
};

const FROM_WORST: readonly Brag[] = ['red', 'amber', 'green', 'blue'];

/** Whether the owner says better than the facts support. Where either says nothing there is no dispute. */
export const moreFavourable = (claimed: Brag | null, derived: Brag | null): boolean =>
  claimed !== null && derived !== null && FROM_WORST.indexOf(claimed) > FROM_WORST.indexOf(derived);

/** Whether an action that is not over will be due within the days that the rule calls soon. */
export const dueSoon = ({ dueOn, completion }: ActionFacts, rule: ActionRule, asAt: string): boolean => {
  const last = dueOn && lastDayOf(dueOn);
  if (!last || last < asAt || completion === 'verified' || completion === 'withdrawn') return false;
  return daysBetween(asAt, last) <= rule.dueSoonDays;
};
