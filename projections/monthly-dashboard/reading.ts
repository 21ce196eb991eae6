import { movement, type Band } from '../../src/kernel/movement.js';
import type { Reading } from '../../src/kernel/printed-row.js';
import { rate, type Rated, type RatingRule } from '../../src/kernel/rating-rule.js';
import { againstTarget, type AgainstTarget, type Target } from '../../src/kernel/target.js';
import { ruleInForce } from '../plan-outline/rule-in-force.js';
import type { DashboardFigure, MonthlyDashboardRow } from './row.js';

/** What the log gives for one measure in one month. */
export type Month = Readonly<{
  figures: readonly DashboardFigure[];
  latest: DashboardFigure | null;
  previous: DashboardFigure | null;
  target: Target | null;
  moved: ReturnType<typeof movement> | null;
  rated: Rated;
  against: AgainstTarget | null;
}>;

const targetIn = ({ targets }: MonthlyDashboardRow, month: string): Target | null =>
  targets.findLast(({ from }) => from <= month)?.target ?? null;

/** A measure that should stay inside a band is given it as its target. */
const bandOf = (target: Target | null): Band | null => {
  const { low = null, high = null } = target ?? {};
  return low === null || high === null ? null : { low, high };
};

/** By which unit, polarity and rule the figures of a month are judged. */
export const readingOf = (measure: MonthlyDashboardRow, month: string, rules: readonly RatingRule[]): Reading => ({
  unit: measure.unit,
  polarity: measure.polarity,
  band: measure.polarity === 'band' ? bandOf(targetIn(measure, month)) : null,
  rule: ruleInForce(rules, month),
});

/** The latest figure at or before the month, the one before it in order, and what follows from them. */
export const monthOf = (measure: MonthlyDashboardRow, month: string, rules: readonly RatingRule[]): Month => {
  const figures = measure.figures.filter(({ period }) => period <= month);
  const latest = figures.at(-1) ?? null;
  const previous = figures.at(-2) ?? null;
  const target = targetIn(measure, month);
  const { unit, polarity, band, rule } = readingOf(measure, month, rules);
  const facts = {
    latest: latest?.value ?? null,
    previous: previous?.value ?? null,
    baseline: measure.baseline?.value ?? null,
  };
  return {
    figures,
    latest,
    previous,
    target,
    moved: latest && previous && movement({ previous: previous.value, latest: latest.value, polarity, band }),
    rated: rate({ ...facts, polarity, band, target, unit }, rule),
    against: againstTarget(facts.latest, target, polarity),
  };
};
