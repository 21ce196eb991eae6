import type { EventOf } from '../../kernel/event-type.js';
import type { Figure } from '../../kernel/figure.js';
import { NotFound } from '../../kernel/refusal.js';
import type { Target } from '../../kernel/target.js';
import type { BaselineSet, MeasureDefined, MeasureEvent } from './events.js';

type By<Value> = Readonly<Record<string, Value>>;

export type Defined = Readonly<{
  status: 'defined';
  particulars: EventOf<typeof MeasureDefined>['data'];
  baseline: EventOf<typeof BaselineSet>['data'] | null;
  /** By the month from which each is in force. */
  targets: By<Target>;
  /** By month, in the order they came: a source may have given more than one. */
  figures: By<readonly Figure[]>;
  /** By month: why there is no figure. */
  missing: By<string>;
}>;
export type Measure = Readonly<{ status: 'absent' }> | Defined;

/** @throws NotFound */
export const defined = (measure: Measure): Defined => {
  if (measure.status === 'absent') throw new NotFound('no-such-measure', 'There is no such measure.', 'measureId');
  return measure;
};

export const figuresOf = ({ figures }: Defined, period: string): readonly Figure[] => figures[period] ?? [];

const withFigures = (measure: Defined, period: string, figures: readonly Figure[]): Defined => ({
  ...measure,
  figures: { ...measure.figures, [period]: figures },
});

export const evolve = (measure: Measure, event: MeasureEvent): Measure => {
  if (event.type === 'MeasureDefined')
    return { status: 'defined', particulars: event.data, baseline: null, targets: {}, figures: {}, missing: {} };
  const before = defined(measure);
  switch (event.type) {
    case 'TargetSet':
      return { ...before, targets: { ...before.targets, [event.data.from]: event.data.target } };
    case 'BaselineSet':
      return { ...before, baseline: event.data };
    case 'ObservationRecorded':
    case 'ObservationContradicted': {
      const { period, value } = event.data;
      return withFigures(before, period, [...figuresOf(before, period), value]);
    }
    case 'ObservationCorrected': {
      const { period, ordinal, value } = event.data;
      return withFigures(before, period, figuresOf(before, period).with(ordinal, value));
    }
    case 'FigureUnavailable':
      return { ...before, missing: { ...before.missing, [event.data.period]: event.data.reason } };
  }
};
