import type { RecordedCommand } from '../event-store/command/command.js';
import { fill } from '../event-store/command/fill.js';
import { inWords } from '../kernel/plain-date.js';
import {
  ContradictObservation,
  ExplainMissingFigure,
  RecordObservation,
  SetBaseline,
  SetTarget,
} from '../measures/measure/commands.js';
import { PublishDashboardRows } from '../measures/published-dashboard/commands.js';
import type { MatchedFile, MatchedSeries } from './matching.js';

/** `whenTaken` is sent instead where the month has a figure already; `null`: then nothing is to be said. */
export type Step = Readonly<{ command: RecordedCommand; whenTaken: RecordedCommand | null }>;

type Printed = Readonly<{ period: string; value: string }>;

const figureStep = ({ known: { measureId }, printedRow }: MatchedSeries, period: string, printed: Printed): Step => {
  const why = `Row ${printedRow} of the dashboard of ${inWords(period)} prints ${printed.value} for ${inWords(printed.period)}.`;
  return {
    command: fill(RecordObservation, { measureId, ...printed }),
    whenTaken: fill(ContradictObservation, { measureId, ...printed, why }),
  };
};

const always = (command: RecordedCommand): Step => ({ command, whenTaken: null });

/**
 * What a printed series says about its measure, in the order it is to be recorded. What was published is a fact: a
 * figure that differs from the one that stands is recorded beside it.
 */
export const stepsOf = (series: MatchedSeries, period: string): Step[] => {
  const { measureId } = series.known;
  const { previous, latest, target, baseline, availability } = series.printed;
  const steps = [previous, latest]
    .filter((printed) => printed !== null)
    .map((printed) => figureStep(series, period, printed));
  if (target) steps.push(always(fill(SetTarget, { measureId, target, from: period })));
  if (baseline) steps.push(always(fill(SetBaseline, { measureId, label: baseline.label, value: baseline.value })));
  if (availability) steps.push(always(fill(ExplainMissingFigure, { measureId, period, reason: availability })));
  return steps;
};

export type Publication = Readonly<{ period: string; publishedOn: string; source: string }>;

/** The printed rows themselves, all in one command. */
export const publish = (
  { planId }: Pick<MatchedFile, 'planId'>,
  publication: Publication,
  series: readonly MatchedSeries[],
): PublishDashboardRows =>
  fill(PublishDashboardRows, {
    ...{ planId, ...publication },
    rows: series.map(({ printedRow, known: { measureId }, planRefs, measure, breakdown, printed }) => ({
      ...{ row: printedRow, measureId, planRefs, measure, breakdown, printed },
    })),
  });
