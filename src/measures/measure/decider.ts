import type { Decider } from '../../kernel/decider.js';
import { compare, type Figure } from '../../kernel/figure.js';
import { Refusal } from '../../kernel/refusal.js';
import type {
  ContradictObservation,
  CorrectObservation,
  DefineMeasure,
  ExplainMissingFigure,
  MeasureCommand,
  RecordObservation,
  SetBaseline,
  SetTarget,
} from './commands.js';
import {
  BaselineSet,
  FigureUnavailable,
  MeasureDefined,
  ObservationContradicted,
  ObservationCorrected,
  ObservationRecorded,
  TargetSet,
  type MeasureEvent,
} from './events.js';
import { mustBeEmpty, mustFit, mustHaveBegun, nothingRecorded, placeOfOnlyFigure } from './refusals.js';
import { defined, evolve, figuresOf, type Defined, type Measure } from './state.js';

export const measureDecider: Decider<Measure, MeasureCommand, MeasureEvent> = {
  initial: { status: 'absent' },
  evolve,
  decide: (command, measure, { now }) => {
    switch (command.type) {
      case 'DefineMeasure':
        return define(command, measure);
      case 'SetTarget':
        return setTarget(command, defined(measure));
      case 'SetBaseline':
        return setBaseline(command, defined(measure));
      case 'RecordObservation':
        return record(command, defined(measure), now);
      case 'ContradictObservation':
        return contradict(command, defined(measure));
      case 'CorrectObservation':
        return correct(command, defined(measure));
      case 'ExplainMissingFigure':
        return explain(command, defined(measure), now);
    }
  },
};

type Decision = readonly MeasureEvent[];

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const stands = (figures: readonly Figure[], value: Figure): boolean =>
  figures.some((figure) => compare(figure, value) === 0);

const define = (command: DefineMeasure, measure: Measure): Decision => {
  const event = MeasureDefined.of(command);
  if (measure.status === 'absent') return [event];
  if (same(event.data, measure.particulars)) return [];
  throw new Refusal(
    'measure-already-defined',
    'This measure was already defined, with other particulars.',
    'measureId',
  );
};

const setTarget = (command: SetTarget, { particulars: { unit }, targets }: Defined): Decision => {
  const event = TargetSet.of(command);
  const { low, high } = event.data.target;
  if (low !== null) mustFit(unit, low, 'target.low');
  if (high !== null) mustFit(unit, high, 'target.high');
  if (low !== null && high !== null && compare(low, high) > 0)
    throw new Refusal('target-backwards', 'Give the low end of the target first, then the high end.', 'target.low');
  return same(event.data.target, targets[command.from]) ? [] : [event];
};

const setBaseline = (command: SetBaseline, { particulars: { unit }, baseline }: Defined): Decision => {
  mustFit(unit, command.value, 'value');
  const event = BaselineSet.of(command);
  return same(event.data, baseline) ? [] : [event];
};

const record = (command: RecordObservation, measure: Defined, now: string): Decision => {
  const { period, value } = command;
  mustHaveBegun(period, now);
  mustFit(measure.particulars.unit, value, 'value');
  if (stands(figuresOf(measure, period), value)) return [];
  mustBeEmpty(measure, period, 'value', 'Correct it instead, and say why.');
  return [ObservationRecorded.of(command)];
};

const contradict = (command: ContradictObservation, measure: Defined): Decision => {
  const { period, value } = command;
  mustFit(measure.particulars.unit, value, 'value');
  const figures = figuresOf(measure, period);
  const standing = figures.at(-1);
  if (standing === undefined) throw nothingRecorded(period);
  if (stands(figures, value)) return [];
  return [ObservationContradicted.of({ ...command, ordinal: figures.length, standing })];
};

const correct = (command: CorrectObservation, measure: Defined): Decision => {
  const { period, value } = command;
  mustFit(measure.particulars.unit, value, 'value');
  const ordinal = command.ordinal ?? placeOfOnlyFigure(measure, period);
  const was = figuresOf(measure, period)[ordinal];
  if (was === undefined) throw nothingRecorded(period);
  return compare(was, value) === 0 ? [] : [ObservationCorrected.of({ ...command, ordinal, was })];
};

const explain = (command: ExplainMissingFigure, measure: Defined, now: string): Decision => {
  mustHaveBegun(command.period, now);
  mustBeEmpty(measure, command.period, 'period', 'Choose a month that has none.');
  return measure.missing[command.period] === command.reason ? [] : [FigureUnavailable.of(command)];
};

export const measureStream = (measureId: string) => `measure-${measureId}`;
