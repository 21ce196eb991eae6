import fc from 'fast-check';
import { MEASURE } from '../../../test/support/a-measure.js';
import { META } from '../../../test/support/decider-spec.js';
import { fill } from '../../event-store/command/fill.js';
import { Refusal } from '../../kernel/refusal.js';
import { CorrectObservation, RecordObservation } from './commands.js';
import { measureDecider } from './decider.js';
import { MeasureDefined, type MeasureEvent } from './events.js';
import { defined, type Measure } from './state.js';

const { measureId } = MEASURE;
const measured = MeasureDefined.of(MEASURE);
const record = (value: string, period: string) => fill(RecordObservation, { measureId, period, value });

describe('any series of recordings and corrections', () => {
  const step = fc.record({
    kind: fc.constantFrom('record', 'correct'),
    period: fc.constantFrom('2017-09', '2017-10'),
    value: fc.integer({ min: 0, max: 3 }).map(String),
  });
  type Step = Readonly<{ kind: string; period: string; value: string }>;

  const commandOf = ({ kind, period, value }: Step) =>
    kind === 'record'
      ? record(value, period)
      : fill(CorrectObservation, { measureId, period, value, why: 'It was counted again' });

  const attempt = (measure: Measure, step: Step) => {
    try {
      return measureDecider.decide(commandOf(step), measure, META);
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal);
      return [];
    }
  };

  it('keeps the first figure of a month for good, and ends with its last correction', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 15 }), fc.constantFrom('2017-09', '2017-10'), (steps, period) => {
        let measure = measureDecider.evolve(measureDecider.initial, measured);
        const log: MeasureEvent[] = [];
        for (const one of steps) {
          const events = attempt(measure, one);
          measure = events.reduce(measureDecider.evolve, measure);
          log.push(...events);
        }

        const mine = steps.filter((one) => one.period === period);
        const started = mine.slice(mine.findIndex(({ kind }) => kind === 'record'));
        const told = log.filter(({ data }) => 'period' in data && data.period === period);
        const values = told.map(({ data }) => ('value' in data ? data.value : null));
        const recorded = mine.some(({ kind }) => kind === 'record');

        expect(told.map(({ type }) => type)).toEqual(
          values.map((_value, i) => (i === 0 ? 'ObservationRecorded' : 'ObservationCorrected')),
        );
        expect(told.slice(1).map(({ data }) => ('was' in data ? data.was : null))).toEqual(values.slice(0, -1));
        if (!recorded) return expect(values).toEqual([]);
        const lastCorrection = started.filter(({ kind }) => kind === 'correct').at(-1);
        expect(values[0]).toBe(started[0]!.value);
        expect(values.at(-1)).toBe((lastCorrection ?? started[0])!.value);
        expect(defined(measure).figures[period]).toEqual(values.slice(-1));
      }),
    );
  });
});
