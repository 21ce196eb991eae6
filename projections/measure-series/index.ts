import {
  ObservationContradicted,
  ObservationCorrected,
  ObservationRecorded,
} from '../../src/measures/measure/events.js';
import { defineProjection, when, type Recorded } from '../kit/define-projection.js';
import { measureSeriesTable, type MeasureSeriesRow } from './row.js';

type Figure = Readonly<{ measureId: string; period: string; value: string }>;

const keyOf = ({ measureId, period, ordinal = 0 }: { measureId: string; period: string; ordinal?: number }) =>
  `${measureId}/${period}/${ordinal}`;

const recordedFigure = (
  { measureId, period, value }: Figure,
  { id, actor, recordedAt, source }: Recorded,
): Omit<MeasureSeriesRow, 'ordinal' | 'contradicts'> => ({
  measureId,
  period,
  value,
  recordedBy: actor.userId,
  role: actor.role,
  recordedAt,
  source,
  eventId: id,
  corrections: [],
});

export const measureSeries = defineProjection<MeasureSeriesRow>({
  name: 'measure-series',
  answers: 'What is each figure of a measure, who recorded it, when, and from where?',
  table: measureSeriesTable,
  whens: [
    when(ObservationRecorded, keyOf, (_row, figure, recorded) => ({
      ...recordedFigure(figure, recorded),
      ordinal: 0,
      contradicts: null,
    })),
    when(ObservationContradicted, keyOf, (_row, { ordinal, standing, why, ...figure }, recorded) => ({
      ...recordedFigure(figure, recorded),
      ordinal,
      contradicts: { standing, why },
    })),
    when(ObservationCorrected, keyOf, (row, { was, value, why }, { id, actor, recordedAt, source }) => {
      const correction = { was, value, why, by: actor.userId, role: actor.role, at: recordedAt, source, eventId: id };
      return row ? { ...row, value, corrections: [...row.corrections, correction] } : null;
    }),
  ],
});
