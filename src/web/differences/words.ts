import type { Difference } from '../../kernel/printed-row.js';

/** What disagrees, as a reader of the printed page would call it. */
export const FIELD_IN_WORDS: Readonly<Record<Difference['field'], string>> = {
  change: 'Change',
  direction: 'Arrow of the change',
  period: 'Months compared',
  rating: 'Rating',
  'baseline-direction': 'Arrow since the judgement',
};
