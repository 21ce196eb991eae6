import type { BoardAction } from '../../../projections/action-board/query.js';
import type { PlanOutlineRow } from '../../../projections/plan-outline/row.js';
import { BRAG } from '../../kernel/brag.js';
import { choicesOf, inPlanOrder, same, themeChoice, type Choice } from '../shell/choices.js';
import { ATTENTION, UNRATED, wanted, type ActionsFilter, type Attention } from './filter.js';
import { ORDERS, sorted } from './sort.js';

type Chosen = 'theme' | 'rating' | 'derived' | 'reference' | 'owner' | 'state' | 'sort';

export type ActionsView = Readonly<{
  asAt: string;
  themes: readonly Readonly<{ number: number; name: string; actions: readonly BoardAction[] }>[];
  shown: number;
  all: number;
  /** What deserves attention in the whole plan, whatever else is filtered. */
  attention: readonly Readonly<{ value: Attention; words: string; count: number; current: boolean }>[];
  choices: Readonly<Record<Chosen, readonly Choice[]>>;
  mine: Readonly<{ count: number; asked: boolean }>;
  filter: ActionsFilter;
  /** In words, where the address asks for an attention that there is not. */
  unknown: string | null;
}>;

const STATES = {
  open: 'open',
  claimed: 'completion claimed',
  verified: 'completed and verified',
  withdrawn: 'withdrawn',
} as const;

const ratings = [...BRAG.map(same), [UNRATED, 'not rated'] as const];

const choicesIn = (
  plan: PlanOutlineRow,
  actions: readonly BoardAction[],
  filter: ActionsFilter,
): ActionsView['choices'] => {
  const references = inPlanOrder(actions.flatMap((action) => action.planRefs));
  const owners = [...new Set(actions.flatMap(({ leadRole }) => leadRole ?? []))].sort();
  const orders = Object.entries(ORDERS).map(([value, { words }]) => [value, words] as const);
  return {
    theme: choicesOf('Every theme', plan.themes.map(themeChoice), filter.theme),
    rating: choicesOf('Every claimed rating', ratings, filter.rating),
    derived: choicesOf('Every derived rating', ratings, filter.derived),
    reference: choicesOf('Every plan reference', references.map(same), filter.reference),
    owner: choicesOf('Every owner', owners.map(same), filter.owner),
    state: choicesOf('Every state', Object.entries(STATES), filter.state),
    sort: choicesOf('In the plan’s order', orders, filter.sort),
  };
};

const attentionIn = (actions: readonly BoardAction[], asked: string): ActionsView['attention'] =>
  (Object.keys(ATTENTION) as Attention[]).map((value) => ({
    value,
    words: ATTENTION[value].words,
    count: actions.filter(ATTENTION[value].holds).length,
    current: asked === value,
  }));

/** Actions by theme, in the order asked for; a filter that fits nothing shows nothing and says so. */
export const actionsView = (
  plan: PlanOutlineRow,
  actions: readonly BoardAction[],
  { filter, person, asAt }: Readonly<{ filter: ActionsFilter; person: string | null; asAt: string }>,
): ActionsView => {
  const shown = sorted(actions.filter(wanted(filter, person)), filter.sort);
  return {
    asAt,
    themes: plan.themes
      .map(({ number, name }) => ({ number, name, actions: shown.filter((action) => action.theme === number) }))
      .filter((group) => group.actions.length > 0),
    shown: shown.length,
    all: actions.length,
    attention: attentionIn(actions, filter.show),
    choices: choicesIn(plan, actions, filter),
    mine: {
      count: actions.filter(({ ownerId }) => ownerId !== null && ownerId === person).length,
      asked: filter.mine !== '',
    },
    filter,
    unknown: filter.show === '' || filter.show in ATTENTION ? null : filter.show,
  };
};
