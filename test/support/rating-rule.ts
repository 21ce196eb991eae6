import type { RatingRule } from '../../src/kernel/rating-rule.js';

/** The sample council's rule: the judgement first, then the previous period; the target is ignored. */
export const RULE: RatingRule = {
  version: 1,
  from: '2017-07',
  compareWith: ['baseline', 'previous'],
  better: 'green',
  worse: 'red',
  same: null,
  targetIgnored: true,
  words: 'The judgement first, then the previous period.',
};
