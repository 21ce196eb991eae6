import type { DashboardRow } from '../../../projections/monthly-dashboard/answer.js';
import type { MonthlyDashboardRow } from '../../../projections/monthly-dashboard/row.js';
import { grouped } from '../../kernel/grouped.js';
import { figureInWords } from '../../kernel/figure.js';
import { inWords } from '../../kernel/plain-date.js';
import { choicesOf, inPlanOrder, same, themeChoice, type Choice } from '../shell/choices.js';
import { figureView, ratingView, type FigureView, type RatingView } from '../dashboard/row.js';

type Theme = Readonly<{ number: number; name: string }>;

export type MeasuresFilter = Readonly<{ theme: string; reference: string }>;

export type MeasureLine = Readonly<{
  id: string;
  name: string;
  breakdown: string | null;
  /** The line above is of the same measure: its name is not said twice to the eye. */
  again: boolean;
  planRefs: string;
  latest: FigureView | null;
  month: string | null;
  rating: RatingView | null;
}>;

export type MeasuresView = Readonly<{
  themes: readonly (Theme &
    Readonly<{ sections: readonly Readonly<{ name: string | null; lines: MeasureLine[] }>[] }>)[];
  shown: number;
  all: number;
  choices: Readonly<Record<'theme' | 'reference', readonly Choice[]>>;
}>;

type Ratings = ReadonlyMap<string, Pick<DashboardRow, 'rating' | 'ratingBasis'>>;

const lineOf = (
  { measureId, name, breakdown, planRefs, figures, unit }: MonthlyDashboardRow,
  ratings: Ratings,
  above: MonthlyDashboardRow | undefined,
): MeasureLine => {
  const latest = figures.at(-1);
  const rated = ratings.get(measureId);
  return {
    id: measureId,
    name,
    breakdown,
    again: above?.name === name,
    planRefs: planRefs.join(', '),
    latest: latest ? figureView(figureInWords(latest.value, unit)) : null,
    month: latest ? inWords(latest.period) : null,
    rating: rated ? ratingView(rated) : null,
  };
};

const sectionsOf = (measures: readonly MonthlyDashboardRow[], theme: string, ratings: Ratings) =>
  [...grouped(measures, ({ section }) => section)].map(([section, those]) => ({
    name: section.toLowerCase() === theme.toLowerCase() ? null : section,
    lines: those.map((measure, i) => lineOf(measure, ratings, those[i - 1])),
  }));

/** Measures by theme and section, in the order of the dashboard; a filter that fits nothing shows nothing. */
export const measuresView = (
  themes: readonly Theme[],
  measures: readonly MonthlyDashboardRow[],
  ratings: Ratings,
  { theme = '', reference = '' }: Partial<MeasuresFilter>,
): MeasuresView => {
  const shown = measures.filter(
    (measure) => (!theme || String(measure.theme) === theme) && (!reference || measure.planRefs.includes(reference)),
  );
  const references = inPlanOrder(measures.flatMap(({ planRefs }) => planRefs));
  const byTheme = grouped(shown, (measure) => measure.theme);
  return {
    themes: [...byTheme]
      .sort(([a], [b]) => a - b)
      .map(([number, those]) => {
        const name = themes.find((one) => one.number === number)?.name ?? '';
        return { number, name, sections: sectionsOf(those, name, ratings) };
      }),
    shown: shown.length,
    all: measures.length,
    choices: {
      theme: choicesOf('Every theme', themes.map(themeChoice), theme),
      reference: choicesOf('Every plan reference', references.map(same), reference),
    },
  };
};
