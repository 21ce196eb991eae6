import type { Problem } from '../../answer/problem.js';
import type { MonthlyDashboardRow } from '../../../../projections/monthly-dashboard/row.js';
import { correctionIn, figureChoices, inTheForm } from './form.js';

const figure = (period: string, ordinal: number, value: string) => ({ period, ordinal, value, source: 'web' });
const measure = {
  unit: 'percent',
  figures: [figure('2017-10', 0, '37.3'), figure('2017-10', 1, '38'), figure('2017-11', 0, '57.2')],
} as unknown as MonthlyDashboardRow;

const refused = (...errors: Problem['errors']): Problem => ({
  ...{ status: 422, code: 'invalid-input', title: '', detail: '', since: [] },
  errors,
});

describe('the form that corrects a figure', () => {
  it.each([
    ['2017-10/1', { period: '2017-10', ordinal: 1 }],
    ['', { period: null, ordinal: null }],
    ['2017-10', { period: null, ordinal: null }],
    ['../../x', { period: null, ordinal: null }],
  ])('reads month and place from its one box: %j', (chosen, which) => {
    expect(correctionIn({ figure: chosen, value: '38', why: 'Counted twice' })).toEqual({
      ...which,
      value: '38',
      why: 'Counted twice',
    });
  });

  it('offers every figure, newest month first, and keeps the one that was chosen', () => {
    expect(figureChoices(measure, '2017-10/1')).toEqual([
      { value: '', text: 'Choose a figure', selected: false },
      { value: '2017-11/0', text: 'November 2017: 57.2%', selected: false },
      { value: '2017-10/1', text: 'October 2017, figure 2: 38%', selected: true },
      { value: '2017-10/0', text: 'October 2017, figure 1: 37.3%', selected: false },
    ]);
    expect(figureChoices(measure, '2016-01/0')[0]).toMatchObject({ selected: true });
  });

  it('says once, at that box, what is wrong with month or place, and leaves the rest where it belongs', () => {
    const why = { field: 'why', code: 'isLength', sentence: 'Say why' };
    const problem = inTheForm(
      refused(
        { field: 'period', code: 'isMonth', sentence: 'Month must be a month' },
        { field: 'ordinal', code: 'isInt', sentence: 'Which figure must be a whole number' },
        why,
      ),
    );
    expect(problem.errors).toEqual([
      { field: 'figure', code: 'isMonth', sentence: 'Choose the figure to correct' },
      why,
    ]);
    const gone = { field: 'period', code: 'no-such-figure', sentence: 'There is no such figure.' };
    expect(inTheForm(refused(gone)).errors).toEqual([{ ...gone, field: 'figure' }]);
  });
});
