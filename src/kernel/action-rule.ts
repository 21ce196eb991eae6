import { z } from 'zod';
import { Day } from './plain-date.js';

/** What may speak against an action, in the order in which a reader is told. */
export const SIGNS = [
  'overdue',
  'not-updated',
  'milestone-missed',
  'measure-off-target',
  'measure-worsening',
  'due-moved-often',
  'claimed-without-verified-evidence',
] as const;
export const Sign = z.enum(SIGNS);
export type Sign = z.infer<typeof Sign>;

const IN_WORDS: Readonly<Record<Sign, string>> = {
  overdue: 'it is overdue',
  'not-updated': 'nobody has said within the review cycle where it stands',
  'milestone-missed': 'a step is not done by its date',
  'measure-off-target': 'a linked measure is off target',
  'measure-worsening': 'a linked measure is getting worse',
  'due-moved-often': 'the due date was moved more often than allowed',
  'claimed-without-verified-evidence': 'completion is claimed, and nobody has verified it',
};
export const signInWords = (sign: Sign): string => IN_WORDS[sign];

/** A sign speaks against an action: for red or for amber, never for a better colour. */
export const SUPPORTS = ['red', 'amber'] as const;
export const Supports = z.enum(SUPPORTS);
export type Supports = z.infer<typeof Supports>;

/**
 * How a plan turns what is known of an action into the colour that the facts support. It is data with a version and
 * a first day, so that a past rating is worked out again by the rule of its day. A sign that it does not name weighs nothing.
 */
export const ActionRule = z.object({
  version: z.int().positive(),
  from: Day,
  /** The review cycle. */
  updateWithinDays: z.int().positive(),
  movesAllowed: z.int().min(0),
  /** From how many days ahead an action is shown as due soon. It gives no colour. */
  dueSoonDays: z.int().min(0),
  signs: z.array(z.object({ sign: Sign, supports: Supports })).min(1),
  words: z.string().min(1),
});
export type ActionRule = z.infer<typeof ActionRule>;

/** The rule of a day: the last to begin by then and, of those, the highest version; null before the first. */
export const actionRuleInForce = (rules: readonly ActionRule[], day: string): ActionRule | null =>
  rules
    .filter((rule) => rule.from <= day)
    .reduce<ActionRule | null>((best, rule) => {
      const later = !best || rule.from > best.from || (rule.from === best.from && rule.version > best.version);
      return later ? rule : best;
    }, null);
