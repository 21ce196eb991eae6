import type { PrintedRow } from '../../src/kernel/printed-row.js';
import { dashboardRow, type InMonth } from './dashboard-row.js';
import type { MonthlyDashboardRow } from './row.js';
import { figure, measure } from '../../test/support/a-dashboard-measure.js';
import { RULE as rule } from '../../test/support/rating-rule.js';

const printed: PrintedRow = {
  previous: { period: '2017-10', value: '30.2' },
  latest: { period: '2017-11', value: '28.6' },
  change: { value: '-1.6', text: '-1.6', direction: 'down' },
  baseline: { label: 'Ofsted judgement', value: '28.3', text: '28.3', direction: 'up' },
  target: { text: '12 to 16', low: '12', high: '16' },
  rating: 'R',
  availability: null,
  note: null,
};

const row = (more: Partial<MonthlyDashboardRow> = {}, when: Partial<InMonth> = {}) =>
  dashboardRow({ ...measure, ...more }, { period: '2017-11', rules: [rule], published: null, ...when });
const publishedAs = (more: Partial<PrintedRow>) => ({ published: { row: 9, printed: { ...printed, ...more } } });

describe('a row of the dashboard', () => {
  it('shows a month in numbers, in words, and with its working', () => {
    expect(row({}, publishedAs({}))).toEqual({
      id: measure.measureId,
      publishedRow: 9,
      planRefs: ['T8', '2a(i)'],
      theme: 2,
      section: 'Leadership',
      measure: 'Average caseload',
      breakdown: 'Duty and assessment',
      unit: 'cases',
      polarity: 'lower',
      previous: { period: '2017-10', value: 30.2 },
      latest: { period: '2017-11', value: 28.6 },
      change: -1.6,
      direction: 'better',
      baseline: { label: 'Ofsted judgement', value: 28.3 },
      target: { text: '12 to 16', low: 12, high: 16 },
      rating: 'R',
      ratingBasis: 'rule',
      againstTarget: 'missed',
      attention: [],
      published: { change: -1.6, text: '-1.6', rating: 'R' },
      differences: [],
      working: {
        change: '28.6 less 30.2 is −1.6.',
        direction: 'It went down, and lower is better, so better.',
        rating: '28.6 against 28.3 at the judgement: higher, and lower is better, so red.',
        target: '28.6 against a target of 12 to 16: missed.',
      },
      series: [
        { period: '2017-10', value: '30.2' },
        { period: '2017-11', value: '28.6' },
      ],
      text: { previous: '30.2', latest: '28.6', change: '−1.6', baseline: '28.3' },
      lastCorrection: null,
      source: 'web',
    });
  });

  it('knows nothing of later months', () => {
    expect(row({}, { period: '2017-10' })).toMatchObject({
      previous: null,
      latest: { period: '2017-10', value: 30.2 },
      change: null,
      direction: null,
      series: [{ period: '2017-10', value: '30.2' }],
    });
  });

  it('takes its place on the dashboard for its number where nothing was printed', () => {
    const { publishedRow, ...rest } = row();
    expect(publishedRow).toBe(8);
    expect(rest).not.toHaveProperty('published');
  });

  it('takes two figures of one month for previous and latest, in the order they came', () => {
    const october = row({ figures: [figure('2017-09', '3'), figure('2017-10', '0.9'), figure('2017-10', '1.6', 1)] });
    expect(october).toMatchObject({
      previous: { period: '2017-10', value: 0.9 },
      latest: { period: '2017-10', value: 1.6 },
      text: { change: '+0.7' },
      series: [
        { period: '2017-09', value: '3' },
        { period: '2017-10', value: '1.6' },
      ],
    });
    expect(october.attention).toContain('two-figures-for-one-period');
  });

  it('has the target that is in force', () => {
    const targets = [
      { from: '2017-07', target: { text: '20', low: '20', high: null } },
      { from: '2017-11', target: { text: '29', low: '29', high: null } },
      { from: '2017-12', target: { text: '12', low: '12', high: null } },
    ];
    expect(row({ targets })).toMatchObject({ target: { text: '29', low: 29, high: null }, againstTarget: 'met' });
    expect(row({ targets }, { period: '2017-06' }).target).toBeNull();
  });

  it('is judged by the distance to its target where it should stay inside a band', () => {
    const banded = row({ polarity: 'band', baseline: null });
    expect(banded).toMatchObject({ direction: 'better', rating: 'G', againstTarget: 'missed' });
    expect(banded.working.direction).toBe('It went down, and nearer to the target is better, so better.');
  });

  it('shows the last correction at or before the month', () => {
    const correction = {
      ordinal: 0,
      was: '1',
      value: '2',
      why: 'Counted twice',
      by: 'data',
      at: '2018-01-20T10:00:00Z',
    };
    const corrections = ['2017-10', '2017-11', '2017-12'].map((period) => ({ ...correction, period }));
    expect(row({ corrections }).lastCorrection).toEqual(corrections[1]);
  });
});

describe('the rating of a row', () => {
  it('is by the rule of its month', () => {
    const rules = [rule, { ...rule, version: 2, from: '2017-11', worse: 'amber' as const }];
    expect(row({}, { rules })).toMatchObject({ rating: 'A', ratingBasis: 'rule' });
    expect(row({}, { rules: [{ ...rule, from: '2017-12' }] })).toMatchObject({ rating: null, ratingBasis: null });
  });

  it('is as printed where the rule gives none, and that is no difference', () => {
    const neutral = row({ polarity: 'neutral' }, publishedAs({ rating: 'G' }));
    expect(neutral).toMatchObject({ rating: 'G', ratingBasis: 'published', differences: [] });
    expect(neutral.working.rating).toBe(
      'Neither higher nor lower is better, so not rated by rule; green is what the council printed.',
    );
  });

  it('is the rule’s where the council printed another, and both are kept', () => {
    const differing = row({}, publishedAs({ rating: 'G' }));
    expect(differing).toMatchObject({ rating: 'R', ratingBasis: 'rule', published: { rating: 'G' } });
    expect(differing.differences.map(({ field }) => field)).toEqual(['rating']);
    expect(differing.attention).toContain('differs-from-published');
  });
});

describe('a row without a figure', () => {
  const unavailable = [
    { period: '2017-10', reason: 'Not currently available' },
    { period: '2017-12', reason: 'Will be available in January' },
  ];

  it('says why, by the last reason given by then', () => {
    expect(row({ figures: [], unavailable })).toMatchObject({ latest: null, availability: 'Not currently available' });
    expect(row({ figures: [], unavailable }, { period: '2018-01' }).availability).toBe('Will be available in January');
  });

  it('has nothing to work out', () => {
    const empty = row({ figures: [], baseline: null, targets: [] });
    expect(empty.working).toEqual({ change: null, direction: null, rating: null, target: null });
    expect(empty.text).toEqual({ previous: null, latest: null, change: null, baseline: null });
    expect(empty).not.toHaveProperty('availability');
  });

  it('forgets the reason once there is a later figure', () => {
    expect(row({ unavailable: unavailable.slice(0, 1) })).not.toHaveProperty('availability');
  });
});
