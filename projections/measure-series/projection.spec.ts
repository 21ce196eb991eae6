import {
  ObservationContradicted,
  ObservationCorrected,
  ObservationRecorded,
} from '../../src/measures/measure/events.js';
import { projectionSpec, told } from '../../test/support/projection-spec.js';
import { measureSeries } from './index.js';

const measureId = '00000000-0000-4000-8000-000000000044';
const october = { measureId, period: '2017-10' };
const [first, second] = [`${measureId}/2017-10/0`, `${measureId}/2017-10/1`];
const byImport = {
  actor: { userId: 'performance', role: 'performance' as const },
  recordedAt: '2017-12-20T10:00:00.000Z',
  source: 'import:abc#dashboard!44',
};
const firstRow = {
  ...october,
  ordinal: 0,
  value: '0.9',
  recordedBy: 'performance',
  role: 'performance',
  recordedAt: '2017-12-20T10:00:00.000Z',
  source: 'import:abc#dashboard!44',
  eventId: 'event-0',
  contradicts: null,
  corrections: [],
} as const;

const recorded = told(byImport, ObservationRecorded.of({ ...october, value: '0.9' }));
const why = 'The table prints October twice';
const contradicted = told(
  byImport,
  ObservationContradicted.of({ ...october, ordinal: 1, value: '1.6', standing: '0.9', why }),
);

projectionSpec(measureSeries, (given) => {
  it('says who recorded a figure, when, and from where', () =>
    given(recorded).thenRow(first, { ...firstRow, corrections: [] }));

  it('keeps both figures that a source gave for one month', () => {
    const history = given(recorded, contradicted);
    history.thenRow(first, { ...firstRow, corrections: [] });
    history.thenRow(second, {
      ...firstRow,
      ordinal: 1,
      value: '1.6',
      eventId: 'event-1',
      contradicts: { standing: '0.9', why },
      corrections: [],
    });
  });

  it('keeps who recorded it beside each correction and its reason', () => {
    const correction = { ...october, ordinal: 0, was: '0.9', value: '1.0', why: 'One child was counted twice' };
    const again = { ...correction, was: '1.0', value: '1.1', why: 'Another was left out' };
    const by = { by: 'someone', role: 'lead', at: '2018-01-16T09:30:00.000Z', source: 'web' } as const;
    given(recorded, ObservationCorrected.of(correction), ObservationCorrected.of(again)).thenRow(first, {
      ...firstRow,
      value: '1.1',
      corrections: [
        { was: '0.9', value: '1.0', why: 'One child was counted twice', ...by, eventId: 'event-1' },
        { was: '1.0', value: '1.1', why: 'Another was left out', ...by, eventId: 'event-2' },
      ],
    });
  });
});
