import {
  BaselineSet,
  FigureUnavailable,
  MeasureDefined,
  ObservationContradicted,
  ObservationCorrected,
  ObservationRecorded,
  TargetSet,
} from '../../src/measures/measure/events.js';
import { defineProjection, when } from '../kit/define-projection.js';
import { monthlyDashboardTable, type DashboardFigure, type MonthlyDashboardRow } from './row.js';

const measureOf = ({ measureId }: { measureId: string }) => measureId;
const nothingYet = { targets: [], baseline: null, figures: [], unavailable: [], corrections: [] };

const byText = (one: string, other: string) => (one < other ? -1 : Number(one > other));

/** The list with one entry a month: `entry` takes the place of what was said before about the same month. */
const replacing = <Entry>(list: readonly Entry[], monthOf: (entry: Entry) => string, entry: Entry): Entry[] =>
  [...list.filter((other) => monthOf(other) !== monthOf(entry)), entry].sort((a, b) => byText(monthOf(a), monthOf(b)));

const adding = (figures: readonly DashboardFigure[], figure: DashboardFigure): DashboardFigure[] =>
  [...figures, figure].sort((a, b) => byText(a.period, b.period));

export const monthlyDashboard = defineProjection<MonthlyDashboardRow>({
  name: 'monthly-dashboard',
  answers: 'What does the dashboard of a month show?',
  table: monthlyDashboardTable,
  whens: [
    when(MeasureDefined, measureOf, (_row, defined, { revision }) => ({ ...defined, ...nothingYet, revision })),
    when(TargetSet, measureOf, (row, { target, from }, { revision }) =>
      row ? { ...row, targets: replacing(row.targets, (set) => set.from, { from, target }), revision } : null,
    ),
    when(BaselineSet, measureOf, (row, { label, value }, { revision }) =>
      row ? { ...row, baseline: { label, value }, revision } : null,
    ),
    when(ObservationRecorded, measureOf, (row, { period, value }, { source, revision }) =>
      row ? { ...row, figures: adding(row.figures, { period, ordinal: 0, value, source }), revision } : null,
    ),
    when(ObservationContradicted, measureOf, (row, { period, ordinal, value }, { source, revision }) =>
      row ? { ...row, figures: adding(row.figures, { period, ordinal, value, source }), revision } : null,
    ),
    when(ObservationCorrected, measureOf, (row, { measureId: _measure, ...correction }, recorded) => {
      if (!row) return null;
      const { period, ordinal, value } = correction;
      const { actor, recordedAt, source, revision } = recorded;
      const figures = row.figures.map((figure) =>
        figure.period === period && figure.ordinal === ordinal ? { ...figure, value, source } : figure,
      );
      const corrections = [...row.corrections, { ...correction, by: actor.userId, at: recordedAt }];
      return { ...row, figures, corrections, revision };
    }),
    when(FigureUnavailable, measureOf, (row, { period, reason }, { revision }) =>
      row
        ? { ...row, unavailable: replacing(row.unavailable, (gap) => gap.period, { period, reason }), revision }
        : null,
    ),
  ],
});
