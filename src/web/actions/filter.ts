import type { BoardAction } from '../../../projections/action-board/query.js';

/** What the address asks for; an empty text asks for everything. */
export const FILTERS = ['theme', 'rating', 'derived', 'reference', 'owner', 'state', 'show', 'mine', 'sort'] as const;
export type ActionsFilter = Readonly<Record<(typeof FILTERS)[number], string>>;

export const UNRATED = 'unrated';

/** What deserves attention, each a filter with its count. */
export const ATTENTION = {
  overdue: { words: 'Overdue', holds: ({ standing }) => standing.overdue },
  soon: { words: 'Due soon', holds: ({ standing }) => standing.dueSoon },
  'not-updated': { words: 'Not updated this cycle', holds: ({ standing }) => !standing.updated },
  disputed: { words: 'Claimed better than the facts', holds: ({ standing }) => standing.disputed },
} as const satisfies Readonly<Record<string, { words: string; holds: (action: BoardAction) => boolean }>>;
export type Attention = keyof typeof ATTENTION;
export const isAttention = (text: string): text is Attention => text in ATTENTION;

/** From the query of an address: what is not text is not asked for. */
export const filterOf = (query: Readonly<Record<string, unknown>>): ActionsFilter =>
  Object.fromEntries(
    FILTERS.map((name) => [name, typeof query[name] === 'string' ? query[name] : '']),
  ) as ActionsFilter;

const fits = (asked: string, value: string | null): boolean => asked === '' || asked === (value ?? UNRATED);

type Holds = (action: BoardAction) => boolean;
const everything: Holds = () => true;

const shownAs = (show: string): Holds => {
  if (show === '') return everything;
  return isAttention(show) ? ATTENTION[show].holds : () => false;
};

/** All filters that are given hold at once. `person` is whose actions "mine" are. */
export const wanted = (filter: ActionsFilter, person: string | null): Holds => {
  const tests: readonly Holds[] = [
    ({ theme }) => fits(filter.theme, String(theme)),
    ({ rating }) => fits(filter.rating, rating),
    ({ standing }) => fits(filter.derived, standing.derived.rating),
    ({ leadRole }) => fits(filter.owner, leadRole ?? ''),
    ({ completion }) => fits(filter.state, completion),
    filter.reference === '' ? everything : ({ planRefs }) => planRefs.includes(filter.reference),
    filter.mine === '' ? everything : ({ ownerId }) => ownerId === person,
    shownAs(filter.show),
  ];
  return (action) => tests.every((holds) => holds(action));
};

/** The plan that the address names; undefined where it names none. */
export const planOf = ({ plan }: Readonly<Record<string, unknown>>): string | undefined =>
  typeof plan === 'string' && plan !== '' ? plan : undefined;
