import { MEASURE } from '../../../test/support/a-measure.js';
import { META, specify } from '../../../test/support/decider-spec.js';
import { fill } from '../../event-store/command/fill.js';
import {
  ContradictObservation,
  CorrectObservation,
  DefineMeasure,
  ExplainMissingFigure,
  RecordObservation,
  SetBaseline,
  SetTarget,
} from './commands.js';
import { measureDecider } from './decider.js';
import {
  BaselineSet,
  FigureUnavailable,
  MeasureDefined,
  ObservationContradicted,
  ObservationCorrected,
  ObservationRecorded,
  TargetSet,
} from './events.js';

const definition = MEASURE;
const { measureId } = MEASURE;
const target = { measureId, target: { text: '12 to 16', low: '12', high: '16' }, from: '2017-11' };
const baseline = { measureId, label: 'Ofsted judgement', value: '28.3' };
const october = { measureId, period: '2017-10', value: '0.9' };
const why = 'The table prints October twice';
const inOctober = ObservationRecorded.of(october);
const second = ObservationContradicted.of({ ...october, ordinal: 1, value: '1.6', standing: '0.9', why });

const measured = MeasureDefined.of(definition);
const inUnit = (unit: 'percent' | 'count') => MeasureDefined.of({ ...definition, unit });
const record = (value: string, period = '2017-10') => fill(RecordObservation, { measureId, period, value });
const contradict = (value: string) => fill(ContradictObservation, { measureId, period: '2017-10', value, why });
const correct = (value: string, ordinal?: number) =>
  fill(CorrectObservation, { measureId, period: '2017-10', value, ordinal, why: 'Two workers were counted twice' });
const corrected = (was: string, value: string, ordinal = 0) =>
  ObservationCorrected.of({ ...october, ordinal, was, value, why: 'Two workers were counted twice' });
const { given } = specify(measureDecider);

describe('defining a measure', () => {
  it('says what is counted', () => given().when(fill(DefineMeasure, definition)).then(measured));
  it('twice is once', () => given(measured).when(fill(DefineMeasure, definition)).thenNothing());
  it('does not turn it into another', () =>
    given(measured)
      .when(fill(DefineMeasure, { ...definition, polarity: 'higher' }))
      .thenRefused('measure-already-defined', 'measureId'));
  it.each([
    fill(SetTarget, target),
    fill(SetBaseline, baseline),
    record('1'),
    contradict('1'),
    correct('1'),
    fill(ExplainMissingFigure, { measureId, period: '2017-10', reason: 'Not counted' }),
  ])('comes before anything else: %o', (command) => given().when(command).thenRefused('no-such-measure', 'measureId'));
});

describe('a target', () => {
  it('is set from a month on', () => given(measured).when(fill(SetTarget, target)).then(TargetSet.of(target)));
  it('is set once', () => given(measured, TargetSet.of(target)).when(fill(SetTarget, target)).thenNothing());
  it('may be repeated for a later month', () =>
    given(measured, TargetSet.of(target))
      .when(fill(SetTarget, { ...target, from: '2018-04' }))
      .then(TargetSet.of({ ...target, from: '2018-04' })));
  it('may be words only', () =>
    given(measured)
      .when(fill(SetTarget, { ...target, target: { text: 'Fewer' } }))
      .then(TargetSet.of({ ...target, target: { text: 'Fewer', low: null, high: null } })));
  it('begins at its low end', () =>
    given(measured)
      .when(fill(SetTarget, { ...target, target: { text: '16 to 12', low: '16', high: '12' } }))
      .thenRefused('target-backwards', 'target.low'));
  it('fits the unit', () =>
    given(inUnit('percent'))
      .when(fill(SetTarget, { ...target, target: { text: '90 to 110', low: '90', high: '110' } }))
      .thenRefused('not-a-percentage', 'target.high'));
});

describe('the position at the judgement', () => {
  it('is set', () => given(measured).when(fill(SetBaseline, baseline)).then(BaselineSet.of(baseline)));
  it('is set once', () => given(measured, BaselineSet.of(baseline)).when(fill(SetBaseline, baseline)).thenNothing());
  it('fits the unit', () =>
    given(inUnit('count')).when(fill(SetBaseline, baseline)).thenRefused('not-a-count', 'value'));
});

describe('recording a figure', () => {
  it('keeps it as it was given', () =>
    given(measured)
      .when(record('14.0'))
      .then(ObservationRecorded.of({ ...october, value: '14.0' })));
  it.each(['0.9', '0.90'])('already recorded, as %s, is nothing', (value) =>
    given(measured, inOctober).when(record(value)).thenNothing(),
  );
  it('that stands beside another is nothing', () =>
    given(measured, inOctober, second).when(record('0.9')).thenNothing());
  it('does not overwrite', () =>
    given(inUnit('percent'), ObservationRecorded.of({ ...october, value: '14.5' }))
      .when(record('14.6'))
      .thenRefused(
        'period-has-figure',
        'value',
        'October 2017 already has the figure 14.5%. Correct it instead, and say why.',
      ));
  it('waits for the month to begin in London', () => {
    given(measured).when(record('1', '2018-02')).thenRefused('period-ahead', 'period');
    const july = { ...META, now: '2018-06-30T23:30:00.000Z' };
    given(measured)
      .when(record('1', '2018-07'), july)
      .then(ObservationRecorded.of({ measureId, period: '2018-07', value: '1' }));
  });
  it.each([
    ['percent', '100.1', 'not-a-percentage'],
    ['percent', '-1', 'not-a-percentage'],
    ['count', '7.5', 'not-a-count'],
    ['count', '-7', 'not-a-count'],
  ] as const)('in %s of %s is refused', (unit, value, code) =>
    given(inUnit(unit)).when(record(value)).thenRefused(code, 'value'),
  );
  it('below nothing is refused', () => given(measured).when(record('-0.1')).thenRefused('negative-figure', 'value'));
  it.each(['0', '100', '100.0'])('of %s percent is a percentage', (value) =>
    given(inUnit('percent'))
      .when(record(value))
      .then(ObservationRecorded.of({ ...october, value })),
  );
});

describe('a second figure for one month', () => {
  it('stands beside the first', () => given(measured, inOctober).when(contradict('1.6')).then(second));
  it('twice is once', () => given(measured, inOctober, second).when(contradict('1.6')).thenNothing());
  it('needs a first', () => given(measured).when(contradict('1.6')).thenRefused('no-such-figure', 'period'));
  it('may be followed by a third', () =>
    given(measured, inOctober, second)
      .when(contradict('2'))
      .then(ObservationContradicted.of({ ...october, ordinal: 2, value: '2', standing: '1.6', why })));
});

describe('correcting a figure', () => {
  it('says what it was, and why', () => given(measured, inOctober).when(correct('1.0')).then(corrected('0.9', '1.0')));
  it('to what it is, is nothing', () => given(measured, inOctober).when(correct('0.90')).thenNothing());
  it('may be corrected again', () =>
    given(measured, inOctober, corrected('0.9', '1.0')).when(correct('0.9')).then(corrected('1.0', '0.9')));
  it('needs a figure', () => given(measured).when(correct('1.0')).thenRefused('no-such-figure', 'period'));
  it('asks which, where a month has two', () =>
    given(measured, inOctober, second)
      .when(correct('1.5'))
      .thenRefused('which-figure', 'ordinal', 'October 2017 has the figures 0.9 and 1.6. Choose the one to correct.'));
  it('changes the one that was named', () =>
    given(measured, inOctober, second)
      .when(correct('1.5', 1))
      .then(corrected('1.6', '1.5', 1)));
  it('leaves the other figure of the month as it was', () =>
    given(measured, inOctober, second, corrected('1.6', '1.5', 1))
      .when(correct('1.4', 1))
      .then(corrected('1.5', '1.4', 1)));
  it('fits the unit', () =>
    given(inUnit('count'), ObservationRecorded.of({ ...october, value: '9' }))
      .when(correct('9.5'))
      .thenRefused('not-a-count', 'value'));
});

describe('a month without a figure', () => {
  const missing = { measureId, period: '2017-10', reason: 'Not currently available' };
  it('is explained', () =>
    given(measured).when(fill(ExplainMissingFigure, missing)).then(FigureUnavailable.of(missing)));
  it('is explained once', () =>
    given(measured, FigureUnavailable.of(missing)).when(fill(ExplainMissingFigure, missing)).thenNothing());
  it('may still be given its figure', () =>
    given(measured, FigureUnavailable.of(missing)).when(record('0.9')).then(inOctober));
  it('is not one that has a figure', () =>
    given(measured, inOctober).when(fill(ExplainMissingFigure, missing)).thenRefused('period-has-figure', 'period'));
  it('has begun', () =>
    given(measured)
      .when(fill(ExplainMissingFigure, { ...missing, period: '2018-02' }))
      .thenRefused('period-ahead', 'period'));
});
