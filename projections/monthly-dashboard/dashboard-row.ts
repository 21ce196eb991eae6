import { bragLetter, bragOfLetter, type BragLetter } from '../../src/kernel/brag.js';
import { asNumber, changeInWords, figureInWords, type Figure } from '../../src/kernel/figure.js';
import { addMonths } from '../../src/kernel/plain-date.js';
import { differencesOf } from '../../src/kernel/printed-row.js';
import type { Rated, RatingRule } from '../../src/kernel/rating-rule.js';
import type { Target } from '../../src/kernel/target.js';
import type { PublishedDifferencesRow } from '../published-differences/row.js';
import type { DashboardRow, Observed } from './answer.js';
import { attentionOf } from './attention.js';
import { monthOf, readingOf, type Month } from './reading.js';
import type { DashboardFigure, MonthlyDashboardRow } from './row.js';
import { workingOf } from './working.js';

/** The month, every version of the plan's rule, and the row the council printed, where it did. */
export type InMonth = Readonly<{
  period: string;
  rules: readonly RatingRule[];
  published: Pick<PublishedDifferencesRow, 'row' | 'printed'> | null;
}>;

const numberOf = (figure: Figure | null): number | null => (figure === null ? null : asNumber(figure));

const observed = (figure: DashboardFigure | null): Observed | null =>
  figure && { period: figure.period, value: asNumber(figure.value) };

const inNumbers = (target: Target | null): DashboardRow['target'] =>
  target && { text: target.text, low: numberOf(target.low), high: numberOf(target.high) };

/** By the rule; where the rule says nothing, as the council printed it. */
const ratingOf = ({ rating }: Rated, printed: BragLetter | null): Pick<DashboardRow, 'rating' | 'ratingBasis'> => {
  if (rating) return { rating: bragLetter(rating), ratingBasis: 'rule' };
  return { rating: printed, ratingBasis: printed && 'published' };
};

/** Why there is no figure: the last reason given since the latest figure. */
const availabilityOf = ({ unavailable }: MonthlyDashboardRow, { latest }: Month, period: string) => {
  const gap = unavailable.findLast((one) => one.period <= period && one.period > (latest?.period ?? ''));
  return gap && { availability: gap.reason };
};

const publishedOf = (published: InMonth['published']): Pick<DashboardRow, 'published'> | null => {
  if (!published) return null;
  const { change, rating } = published.printed;
  return { published: { change: numberOf(change?.value ?? null), text: change?.text ?? null, rating } };
};

const seriesOf = ({ figures }: Month): DashboardRow['series'] =>
  figures.filter(({ period }, i) => period !== figures[i + 1]?.period).map(({ period, value }) => ({ period, value }));

const textOf = ({ unit, baseline }: MonthlyDashboardRow, { previous, latest, moved }: Month): DashboardRow['text'] => ({
  previous: previous && figureInWords(previous.value, unit),
  latest: latest && figureInWords(latest.value, unit),
  change: moved && changeInWords(moved.change, unit),
  baseline: baseline && figureInWords(baseline.value, unit),
});

/** One measure's line on the dashboard of a month. */
export const dashboardRow = (measure: MonthlyDashboardRow, { period, rules, published }: InMonth): DashboardRow => {
  const month = monthOf(measure, period, rules);
  const monthBefore = monthOf(measure, addMonths(period, -1), rules);
  const { latest, previous, target, moved, rated, against } = month;
  const printedRating = published?.printed.rating ?? null;
  const rating = ratingOf(rated, printedRating);
  const differences = published ? differencesOf(published.printed, readingOf(measure, period, rules)) : [];
  const { unit, polarity, baseline } = measure;
  return {
    id: measure.measureId,
    publishedRow: published?.row ?? measure.order,
    planRefs: measure.planRefs,
    theme: measure.theme,
    section: measure.section,
    measure: measure.name,
    breakdown: measure.breakdown,
    unit,
    polarity,
    previous: observed(previous),
    latest: observed(latest),
    change: moved && asNumber(moved.change),
    direction: moved && moved.direction,
    baseline: baseline && { label: baseline.label, value: asNumber(baseline.value) },
    target: inNumbers(target),
    ...rating,
    againstTarget: against,
    attention: attentionOf({ period, month, monthBefore, rating: rating.rating, differs: differences.length > 0 }),
    ...availabilityOf(measure, month, period),
    ...publishedOf(published),
    differences,
    working: workingOf(month, { unit, polarity, printed: printedRating && bragOfLetter(printedRating) }),
    series: seriesOf(month),
    text: textOf(measure, month),
    lastCorrection: measure.corrections.findLast((correction) => correction.period <= period) ?? null,
    source: latest && latest.source,
  };
};
