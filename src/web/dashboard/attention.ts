import type { DashboardRow } from '../../../projections/monthly-dashboard/answer.js';
import { ATTENTION as KINDS, type Attention } from '../../../projections/monthly-dashboard/attention.js';

export type { Attention };

/**
 * What deserves a reader's attention, in words; the key stands in the address. Where the row says so itself, in place
 * of its figures or beside them, it needs no `mark`.
 */
export const ATTENTION: Readonly<Record<Attention, Readonly<{ words: string; mark: string | null }>>> = {
  'newly-red': { words: 'Newly red', mark: 'Newly red' },
  'rating-and-target-disagree': { words: 'Rating and target disagree', mark: 'Target disagrees' },
  'differs-from-published': { words: 'Differs from published', mark: 'Published differs' },
  'two-figures-for-one-period': { words: 'Two figures for one month', mark: null },
  'no-figure': { words: 'No figure yet', mark: null },
  'older-figure': { words: 'Older figure', mark: null },
};

/** Most pressing first. */
export const ATTENTIONS: readonly Attention[] = KINDS;

export const isAttention = (text: unknown): text is Attention => ATTENTIONS.some((kind) => kind === text);

export const marksOf = (rows: readonly DashboardRow[]): Attention[] =>
  ATTENTIONS.filter((kind) => rows.some(({ attention }) => attention.includes(kind)));

export const markWords = (kinds: readonly Attention[]): string[] =>
  kinds.map((kind) => ATTENTION[kind].mark).filter((mark) => mark !== null);
