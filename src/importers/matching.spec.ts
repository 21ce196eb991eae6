import { FaultyFile } from './faulty-file.js';
import type { PrintedSeries } from './file/printed-series.js';
import type { ReadFile } from './file/read-file.js';
import { matchFile, type KnownMeasure } from './matching.js';
import { publishedDashboard } from './published-dashboard/kind.js';

const planId = '00000000-0000-4000-8000-000000000001';
const measure = (last: number, more: Partial<KnownMeasure> = {}): KnownMeasure => ({
  measureId: `00000000-0000-4000-8000-00000000000${last}`,
  ...{ planId, name: 'Average caseload', breakdown: 'Duty team', planRefs: ['T8'], unit: 'cases' },
  ...more,
});
const series = (row: number, more: Partial<PrintedSeries> = {}): PrintedSeries => ({
  ...{ row, printedRow: row, planRefs: ['T8'], measure: 'Average caseload', breakdown: 'Duty team', unit: 'cases' },
  printed: {
    ...{ previous: null, latest: { period: '2017-11', value: '14.5' }, change: null, baseline: null },
    ...{ target: null, rating: null, availability: null, note: null },
  },
  ...more,
});
const file = (...all: PrintedSeries[]): ReadFile => ({
  ...{ importId: planId, sha256: 'a'.repeat(64), fileName: 'a.csv', ignored: [] },
  ...{ kind: publishedDashboard, rows: all.length, series: all },
});
const faultsOf = (read: ReadFile, known: KnownMeasure[]): readonly string[] => {
  try {
    matchFile(read, known);
  } catch (error) {
    if (error instanceof FaultyFile) return error.listed.map(({ sentence }) => sentence);
    throw error;
  }
  return [];
};

describe('finding the measure of a row', () => {
  it('goes by name and breakdown, whatever the capitals and spaces', () => {
    const matched = matchFile(file(series(2, { measure: 'average  Caseload' })), [
      measure(1, { breakdown: 'CP' }),
      measure(2),
    ]);
    expect(matched.series.map(({ known }) => known)).toEqual([measure(2)]);
    expect(matched.planId).toBe(planId);
  });

  it('asks the plan reference where two measures share a name', () => {
    const twins = [measure(1, { planRefs: ['5a(i)'] }), measure(2, { planRefs: ['5b(i)', 'T8'] })];
    const { series: found } = matchFile(file(series(2, { planRefs: ['T8', '5b(i)'] })), twins);
    expect(found.map(({ known }) => known.measureId)).toEqual([twins[1]?.measureId]);
  });

  it.each([
    [
      'is not defined',
      series(2, { breakdown: 'REACH' }),
      [measure(1)],
      'Row 2, measure: there is no measure "Average caseload: REACH". Define it first, or correct the name.',
    ],
    [
      'has a twin',
      series(2),
      [measure(1), measure(2)],
      'Row 2, measure: 2 measures are called "Average caseload: Duty team". Give each a name of its own first.',
    ],
    [
      'is measured otherwise',
      series(2, { unit: 'percent' }),
      [measure(1)],
      'Row 2, unit: "Average caseload: Duty team" is measured in cases, not in percent. Correct the unit.',
    ],
  ])('tells when it %s', (_what, row, known, sentence) => expect(faultsOf(file(row), known)).toEqual([sentence]));

  it('takes a measure once in a file', () =>
    expect(faultsOf(file(series(2), series(3)), [measure(1)])).toEqual([
      'Row 3, measure: "Average caseload: Duty team" stands in row 2 already. Remove one of the two rows.',
    ]));

  it('takes the measures of one plan', () =>
    expect(
      faultsOf(file(series(2), series(3, { breakdown: 'CP' })), [
        measure(1),
        measure(2, { breakdown: 'CP', planId: '00000000-0000-4000-8000-000000000009' }),
      ]),
    ).toEqual(['The measures belong to several plans. Send one file for each.']));
});
