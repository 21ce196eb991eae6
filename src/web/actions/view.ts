import type { ActionBoardRow } from '../../../projections/action-board/row.js';
import type { PlanOutlineRow } from '../../../projections/plan-outline/row.js';
import { BRAG } from '../../kernel/brag.js';
import { choicesOf, inPlanOrder, same, themeChoice, type Choice } from '../shell/choices.js';

export type ActionsFilter = Readonly<{ theme: string; rating: string; reference: string }>;

export type ActionsView = Readonly<{
  themes: readonly Readonly<{ number: number; name: string; actions: readonly ActionBoardRow[] }>[];
  shown: number;
  all: number;
  choices: Readonly<Record<'theme' | 'rating' | 'reference', readonly Choice[]>>;
}>;

const UNRATED = 'unrated';

const wanted =
  ({ theme, rating, reference }: ActionsFilter) =>
  (action: ActionBoardRow): boolean =>
    (!theme || String(action.theme) === theme) &&
    (!rating || (action.rating ?? UNRATED) === rating) &&
    (!reference || action.planRefs.includes(reference));

/** Actions by theme, in the plan's order; a filter that fits nothing shows nothing and says so. */
export const actionsView = (
  plan: PlanOutlineRow,
  actions: readonly ActionBoardRow[],
  { theme = '', rating = '', reference = '' }: Partial<ActionsFilter>,
): ActionsView => {
  const shown = actions.filter(wanted({ theme, rating, reference }));
  const references = inPlanOrder(actions.flatMap((action) => action.planRefs));
  return {
    themes: plan.themes
      .map(({ number, name }) => ({ number, name, actions: shown.filter((action) => action.theme === number) }))
      .filter((group) => group.actions.length > 0),
    shown: shown.length,
    all: actions.length,
    choices: {
      theme: choicesOf('Every theme', plan.themes.map(themeChoice), theme),
      rating: choicesOf('Every rating', [...BRAG.map(same), [UNRATED, 'not rated']], rating),
      reference: choicesOf('Every plan reference', references.map(same), reference),
    },
  };
};
