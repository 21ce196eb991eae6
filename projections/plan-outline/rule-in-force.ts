import type { RatingRule } from '../../src/kernel/rating-rule.js';

/** Before any rule was adopted, figures are compared but not rated. */
const unratedFrom = (month: string): RatingRule => ({
  version: 0,
  from: month,
  compareWith: ['baseline', 'previous'],
  better: null,
  worse: null,
  same: null,
  targetIgnored: true,
  words: 'No rule for rating figures was in force.',
});

/** The rule for the figures of a month: the last to begin by then and, of those, the highest version. */
export const ruleInForce = (rules: readonly RatingRule[], month: string): RatingRule =>
  rules
    .filter((rule) => rule.from <= month)
    .reduce(
      (best, rule) => (rule.from > best.from || (rule.from === best.from && rule.version > best.version) ? rule : best),
      unratedFrom('0000-01'),
    );
