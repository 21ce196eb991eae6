import type { MonthlyDashboardRow } from '../../projections/monthly-dashboard/row.js';

export const figure = (period: string, value: string, ordinal = 0) => ({ period, ordinal, value, source: 'web' });
/** A measure with two months of figures, both worse than at the judgement. */
export const measure: MonthlyDashboardRow = {
  measureId: '00000000-0000-4000-8000-000000000008',
  planId: '00000000-0000-4000-8000-000000000001',
  name: 'Average caseload',
  breakdown: 'Duty and assessment',
  section: 'Leadership',
  theme: 2,
  planRefs: ['T8', '2a(i)'],
  unit: 'cases',
  polarity: 'lower',
  definition: 'Children held by each full-time worker.',
  order: 8,
  source: 'returned',
  targets: [{ from: '2017-07', target: { text: '12 to 16', low: '12', high: '16' } }],
  baseline: { label: 'Ofsted judgement', value: '28.3' },
  figures: [figure('2017-10', '30.2'), figure('2017-11', '28.6')],
  unavailable: [],
  corrections: [],
  revision: 4,
};
