import {
  BaselineSet,
  FigureUnavailable,
  MeasureDefined,
  ObservationContradicted,
  ObservationCorrected,
  ObservationRecorded,
  TargetSet,
} from '../../src/measures/measure/events.js';
import { projectionSpec, told } from '../../test/support/projection-spec.js';
import { monthlyDashboard } from './index.js';

const measureId = '00000000-0000-4000-8000-000000000044';
const measure = {
  measureId,
  planId: '00000000-0000-4000-8000-000000000001',
  name: 'Average length of missing episode',
  breakdown: 'From home',
  section: 'Strengthen assessment',
  theme: 5,
  planRefs: ['5a(iii)'],
  unit: 'days' as const,
  polarity: 'lower' as const,
  definition: 'Days from the report that a child is missing until the child is found.',
  order: 44,
  source: 'returned' as const,
};
const defined = MeasureDefined.of(measure);
const empty = { ...measure, targets: [], baseline: null, figures: [], unavailable: [], corrections: [], revision: 0 };

const figure = (period: string, value: string, ordinal = 0) => ({ period, ordinal, value, source: 'web' });
const recorded = (period: string, value: string) => ObservationRecorded.of({ measureId, period, value });
const why = 'The table prints October twice';
const twice = ObservationContradicted.of({
  measureId,
  period: '2017-10',
  ordinal: 1,
  value: '1.6',
  standing: '0.9',
  why,
});
const target = (text: string, low: string) => ({ text, low, high: null });

projectionSpec(monthlyDashboard, (given) => {
  it('begins with the definition', () => given(defined).thenRow(measureId, empty));

  it('keeps the targets by the month they begin in, the last word for each', () =>
    given(
      defined,
      TargetSet.of({ measureId, target: target('2 days', '2'), from: '2018-04' }),
      TargetSet.of({ measureId, target: target('4 days', '4'), from: '2017-07' }),
      TargetSet.of({ measureId, target: target('1 day', '1'), from: '2018-04' }),
    ).thenRow(measureId, {
      ...empty,
      targets: [
        { from: '2017-07', target: target('4 days', '4') },
        { from: '2018-04', target: target('1 day', '1') },
      ],
      revision: 3,
    }));

  it('shows the position at the judgement that was set last', () =>
    given(
      defined,
      BaselineSet.of({ measureId, label: 'Ofsted judgement', value: '1.2' }),
      BaselineSet.of({ measureId, label: 'Ofsted judgement', value: '1.1' }),
    ).thenRow(measureId, { ...empty, baseline: { label: 'Ofsted judgement', value: '1.1' }, revision: 2 }));

  it('puts figures in the order of months and, within a month, in the order they came', () =>
    given(defined, recorded('2017-10', '0.9'), twice, recorded('2017-11', '2'), recorded('2017-08', '3.0')).thenRow(
      measureId,
      {
        ...empty,
        figures: [
          figure('2017-08', '3.0'),
          figure('2017-10', '0.9'),
          figure('2017-10', '1.6', 1),
          figure('2017-11', '2'),
        ],
        revision: 4,
      },
    ));

  it('corrects the figure that was named, and keeps what it was', () => {
    const correction = { period: '2017-10', ordinal: 1, was: '1.6', value: '1.5', why: 'One child was counted twice' };
    const from = { actor: { userId: 'data', role: 'performance' as const }, recordedAt: '2018-01-20T10:00:00.000Z' };
    given(
      defined,
      recorded('2017-10', '0.9'),
      twice,
      told({ ...from, source: 'api' }, ObservationCorrected.of({ measureId, ...correction })),
    ).thenRow(measureId, {
      ...empty,
      figures: [figure('2017-10', '0.9'), { ...figure('2017-10', '1.5', 1), source: 'api' }],
      corrections: [{ ...correction, by: 'data', at: '2018-01-20T10:00:00.000Z' }],
      revision: 3,
    });
  });

  it('says why a month has no figure, the last reason for each', () =>
    given(
      defined,
      FigureUnavailable.of({ measureId, period: '2017-11', reason: 'Not yet counted' }),
      FigureUnavailable.of({ measureId, period: '2017-10', reason: 'Not currently available' }),
      FigureUnavailable.of({ measureId, period: '2017-11', reason: 'Will be available in January' }),
    ).thenRow(measureId, {
      ...empty,
      unavailable: [
        { period: '2017-10', reason: 'Not currently available' },
        { period: '2017-11', reason: 'Will be available in January' },
      ],
      revision: 3,
    }));
});
