import type { BoardAction } from '../../../../projections/action-board/query.js';
import { BRAG, type Brag } from '../../../kernel/brag.js';

/** What may be claimed too favourably: rated, and still worked on. */
const weighed = ({ rating, completion, standing }: BoardAction): boolean =>
  rating !== null && standing.derived.rating !== null && (completion === 'open' || completion === 'claimed');

export type Tally = Readonly<{
  actions: number;
  /** By the rating claimed; those not rated under `unrated`. */
  claimed: Readonly<Record<Brag | 'unrated', number>>;
  /** How many could be claimed better than the facts support, and how many were. */
  weighed: number;
  disputed: number;
}>;

export const tallyOf = (actions: readonly BoardAction[]): Tally => {
  const claimed = { blue: 0, red: 0, amber: 0, green: 0, unrated: 0 };
  for (const { rating } of actions) claimed[rating ?? 'unrated'] += 1;
  const open = actions.filter(weighed);
  return {
    ...{ actions: actions.length, claimed, weighed: open.length },
    disputed: open.filter(({ standing }) => standing.disputed).length,
  };
};

/** As percent without decimals; null where there is nothing to be a share of. */
export const share = ({ weighed: of, disputed }: Pick<Tally, 'weighed' | 'disputed'>): string | null =>
  of === 0 ? null : String(Math.round((100 * disputed) / of));

export const COLOURS = [...BRAG, 'unrated'] as const;
