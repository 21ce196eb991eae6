import { PublishedRowRecorded } from '../../src/measures/published-dashboard/events.js';
import { projectionSpec } from '../../test/support/projection-spec.js';
import { publishedDifferences } from './index.js';

const measureId = '00000000-0000-4000-8000-000000000035';
const row = {
  planId: '00000000-0000-4000-8000-000000000001',
  period: '2017-11',
  row: 35,
  measureId,
  planRefs: ['4b(ii)'],
  measure: 'S47: Outcome',
  breakdown: 'C&F Assessment',
  printed: {
    previous: { period: '2017-10', value: '53' },
    latest: { period: '2017-11', value: '48' },
    change: { value: '-12', text: '-12%', direction: 'down' as const },
    baseline: null,
    target: null,
    rating: null,
    availability: null,
    note: null,
  },
};

projectionSpec(publishedDifferences, (given) => {
  it('keeps a row as it was printed, mistakes and all', () =>
    given(PublishedRowRecorded.of(row)).thenRow(`2017-11/${measureId}`, row));

  it('keeps the months of a measure apart', () => {
    const history = given(PublishedRowRecorded.of(row), PublishedRowRecorded.of({ ...row, period: '2017-12' }));
    history.thenRow(`2017-11/${measureId}`, row);
    history.thenRow(`2017-12/${measureId}`, { ...row, period: '2017-12' });
  });
});
