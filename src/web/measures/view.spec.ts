import type { MonthlyDashboardRow } from '../../../projections/monthly-dashboard/row.js';
import { measuresView } from './view.js';

const themes = [
  { number: 4, name: 'Right interventions' },
  { number: 5, name: 'Improving assessment' },
];
const measure = (measureId: string, changes: Partial<MonthlyDashboardRow> = {}): MonthlyDashboardRow => ({
  ...{ measureId, planId: 'plan', name: 'Timeliness', breakdown: null, section: 'Effective MASH', theme: 4 },
  ...{
    planRefs: ['4a(iv)'],
    unit: 'percent',
    polarity: 'higher',
    definition: 'A share.',
    order: 1,
    source: 'returned',
  },
  ...{ targets: [], baseline: null, unavailable: [], corrections: [], revision: 0 },
  figures: [{ period: '2017-11', ordinal: 0, value: '57.2', source: 'web' }],
  ...changes,
});
const measures = [
  measure('one', { breakdown: 'In a day' }),
  measure('two', { breakdown: 'In a week', figures: [] }),
  measure('three', { name: 'Voice', section: 'improving assessment', theme: 5, planRefs: ['5b(i)', '10a'] }),
];
const ratings = new Map([['one', { rating: 'R', ratingBasis: 'rule' } as const]]);
const view = (filter: Record<string, string> = {}) => measuresView(themes, measures, ratings, filter);
const idsOf = (filter: Record<string, string>) =>
  view(filter).themes.flatMap(({ sections }) => sections.flatMap(({ lines }) => lines.map(({ id }) => id)));

describe('the list of measures', () => {
  it('is grouped by theme and section, and says of each where it stands', () => {
    const [first, second] = view().themes;
    expect(first!.sections).toMatchObject([
      {
        name: 'Effective MASH',
        lines: [
          { breakdown: 'In a day', again: false, latest: { whole: '57', rest: '.2%' }, month: 'November 2017' },
          { breakdown: 'In a week', again: true, latest: null, month: null, rating: null },
        ],
      },
    ]);
    expect(first!.sections[0]!.lines[0]!.rating).toMatchObject({ letter: 'R', word: 'red' });
    expect(second).toMatchObject({ number: 5, sections: [{ name: null }] });
  });

  it.each([
    [{}, ['one', 'two', 'three']],
    [{ theme: '4' }, ['one', 'two']],
    [{ reference: '10a' }, ['three']],
    [{ theme: '4', reference: '10a' }, []],
    [{ theme: '4', reference: '' }, ['one', 'two']],
  ])('filtered by %j', (filter, ids) => {
    expect(idsOf(filter)).toEqual(ids);
    expect(view(filter)).toMatchObject({ shown: ids.length, all: 3 });
  });

  it('offers every theme and reference, in the order a reader counts, and keeps the choice', () => {
    const { theme, reference } = view({ theme: '5' }).choices;
    expect(theme.filter(({ selected }) => selected)).toEqual([
      { value: '5', text: '5 Improving assessment', selected: true },
    ]);
    expect(reference.map(({ value }) => value)).toEqual(['', '4a(iv)', '5b(i)', '10a']);
  });
});
