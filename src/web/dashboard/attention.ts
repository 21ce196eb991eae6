import type { DashboardRow } from './answer.js';

/**
 * What deserves a reader's attention, most pressing first; the key stands in the address. Where the row
 * says so itself, in place of its figures or beside them, it needs no `mark`.
 */
export const ATTENTION = {
  'newly-red': { words: 'Newly red', mark: 'Newly red' },
  'rating-and-target-disagree': { words: 'Rating and target disagree', mark: 'Target disagrees' },
  'differs-from-published': { words: 'Differs from published', mark: 'Published differs' },
  'no-figure-yet': { words: 'No figure yet', mark: null },
  'older-figure': { words: 'Older figure', mark: null },
} as const;
export type Attention = keyof typeof ATTENTION;

export const ATTENTIONS = Object.keys(ATTENTION) as Attention[];

export const isAttention = (text: string | undefined): text is Attention =>
  text !== undefined && Object.hasOwn(ATTENTION, text);

/** The marks a row was given, and those that anybody can see from its figures. */
export const marksOf = (row: DashboardRow, period: string): Attention[] => {
  const seen: Record<Attention, boolean> = {
    'newly-red': row.attention.includes('newly-red'),
    'rating-and-target-disagree': row.attention.includes('rating-and-target-disagree'),
    'differs-from-published': row.differences.length > 0,
    'no-figure-yet': row.latest === null,
    'older-figure': row.latest !== null && row.latest.period < period,
  };
  return ATTENTIONS.filter((kind) => seen[kind] || row.attention.includes(kind));
};

export const markWords = (kinds: readonly Attention[]): string[] =>
  kinds.map((kind) => ATTENTION[kind].mark).filter((mark) => mark !== null);
