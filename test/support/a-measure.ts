const measureId = '00000000-0000-4000-8000-000000000008';

/** A measure as a spec takes it for granted. */
export const MEASURE = {
  measureId,
  planId: '00000000-0000-4000-8000-000000000001',
  name: 'Average caseload',
  breakdown: 'Duty and assessment',
  section: 'Leadership',
  theme: 2,
  planRefs: ['2a(i)'],
  unit: 'cases' as const,
  polarity: 'lower' as const,
  definition: 'Children held by each full-time worker, on the last day of the month.',
  order: 8,
  source: 'returned' as const,
};
