import type { MeasureSeriesRow } from '../../../projections/measure-series/row.js';
import { dashboardRow } from '../../../projections/monthly-dashboard/dashboard-row.js';
import type { MonthlyDashboardRow } from '../../../projections/monthly-dashboard/row.js';
import { shellWith } from '../../../test/support/shell.js';
import { may } from '../../identity/permissions.js';
import type { Role } from '../../kernel/role.js';
import { knownAtFrom, type Shell } from '../shell/shell.js';
import { templates } from '../shell/templates.js';
import { measureView } from './view.js';

const measure: MonthlyDashboardRow = {
  measureId: '00000000-0000-4000-8000-000000000029',
  planId: '00000000-0000-4000-8000-000000000001',
  name: 'Timeliness of assessment',
  breakdown: 'In 45 days',
  section: 'Effective MASH',
  theme: 4,
  planRefs: ['4a(iv)'],
  unit: 'percent',
  polarity: 'higher',
  definition: 'Share of assessments finished in time.',
  order: 29,
  source: 'returned',
  targets: [
    { from: '2017-07', target: { text: '80%', low: '80', high: null } },
    { from: '2017-11', target: { text: '90%', low: '90', high: null } },
  ],
  baseline: { label: 'Ofsted judgement', value: '88' },
  figures: [
    { period: '2017-10', ordinal: 0, value: '37.3', source: 'demo' },
    { period: '2017-10', ordinal: 1, value: '38.0', source: 'api' },
    { period: '2017-11', ordinal: 0, value: '57.2', source: 'web' },
  ],
  unavailable: [],
  corrections: [],
  revision: 6,
};

const said = { role: 'performance', recordedAt: '2018-01-16T09:30:00Z', eventId: 'event-1' } as const;
const figure = (period: string, ordinal: number, value: string): MeasureSeriesRow => ({
  ...said,
  ...{ measureId: measure.measureId, period, ordinal, value },
  recordedBy: 'performance',
  source: 'web',
  contradicts: null,
  corrections: [],
});
const series: MeasureSeriesRow[] = [
  { ...figure('2017-10', 0, '37.3'), source: 'demo' },
  { ...figure('2017-10', 1, '38.0'), contradicts: { standing: '37.3', why: 'The paper prints another figure' } },
  {
    ...figure('2017-11', 0, '57.2'),
    recordedBy: 'm.okafor',
    corrections: [
      {
        ...{ was: '57.0', value: '57.2', why: 'One was counted twice', by: 'm.okafor', role: 'performance' },
        ...{ at: '2018-01-17T09:30:00Z', source: 'api', eventId: 'event-2' },
      },
    ],
  },
];
const standing = {
  period: '2017-11',
  row: dashboardRow(measure, { period: '2017-11', rules: [], published: null }),
};
const view = (changes: Partial<MonthlyDashboardRow> = {}, given: readonly MeasureSeriesRow[] = series) =>
  measureView({ measure: { ...measure, ...changes }, siblings: [] }, given, given.length ? standing : null);

const shellFor = (role: Role, knownAt: string | null = null): Shell =>
  shellWith({
    knownAt: knownAt ? knownAtFrom(knownAt) : null,
    person: { userId: role, title: role, role, may: (permission) => may(role, permission) },
    today: '2018-01-20',
  });
const html = (shell: Shell = shellFor('performance'), model = view()): string =>
  templates().render('measure/page.njk', { shell, measure: model });

describe('a measure', () => {
  it('says of every figure who gave it, when and from where, and of every correction why', () => {
    expect(view().figures).toEqual([
      {
        ...{ period: '2017-11', ordinal: 0, month: 'November 2017', text: '57.2%', place: null },
        said: {
          ...{ who: 'm.okafor', role: 'performance', when: '16 January 2018 at 09:30', source: 'On a page' },
          ...{ recordedAt: '2018-01-16T09:30:00Z', eventId: 'event-1' },
        },
        corrections: [
          {
            ...{ was: '57.0%', became: '57.2%', why: 'One was counted twice' },
            said: {
              ...{ who: 'm.okafor', role: 'performance', when: '17 January 2018 at 09:30', source: 'Through the API' },
              ...{ recordedAt: '2018-01-17T09:30:00Z', eventId: 'event-2' },
            },
          },
        ],
      },
      expect.objectContaining({ month: 'October 2017', text: '37.3%', place: '1 of 2' }),
      expect.objectContaining({ month: 'October 2017', text: '38.0%', place: '2 of 2' }),
    ]);
  });

  it('puts figures that contradict each other side by side, with why both stand', () => {
    expect(view().contradictions).toMatchObject([
      {
        month: 'October 2017',
        figures: [
          { text: '37.3%', why: null },
          { text: '38.0%', why: 'The paper prints another figure' },
        ],
      },
    ]);
  });

  it('gives each target the months it holds for', () => {
    expect(view().targets).toEqual([
      { text: '90%', from: 'November 2017', until: null },
      { text: '80%', from: 'July 2017', until: 'October 2017' },
    ]);
  });

  it('stands where its line on the newest dashboard says', () => {
    expect(view().standing).toMatchObject({
      ...{ period: '2017-11', month: 'November 2017', latest: '57.2%', since: 'October 2017' },
      row: { change: { text: '+19.2 points', word: 'better' }, target: { text: '90%', word: 'missed' } },
    });
  });

  it('has a page before its first figure', () => {
    const none = view(
      { figures: [], baseline: null, targets: [], unavailable: [{ period: '2017-11', reason: 'Not yet' }] },
      [],
    );
    expect(none).toMatchObject({
      standing: null,
      chart: null,
      figures: [],
      gaps: [{ months: 'November 2017', reason: 'Not yet' }],
    });
    const page = html(shellFor('performance'), none);
    expect(page).toContain('No figure has been recorded.');
    expect(page).not.toContain('/correct');
    expect(page).toContain('/record');
  });
});

describe('the page of a measure', () => {
  it('leads to the event behind each figure and each correction, at the moment the page is read at', () => {
    const page = html(shellFor('board', '2018-01-18T09:00'));
    expect(page).toContain('href="/audit-trail/event-2?knownAt=2018-01-18T09%3A00%3A00Z"');
    expect(page.match(/href="\/audit-trail\/event-1\?/g)).toHaveLength(5);
  });

  it.each([
    ['performance', null, true, 'Record a figure'],
    ['performance', '2018-01-18T09:00', false, 'Go back to now'],
    ['board', null, false, 'The performance team records and corrects figures'],
  ] as const)('for %s, known at %s', (role, knownAt, offered, sentence) => {
    const page = html(shellFor(role, knownAt));
    expect(page.includes('/record"') && page.includes('/correct"')).toBe(offered);
    expect(page.includes('/correct?figure=2017-10/1')).toBe(offered);
    expect(page).toContain(sentence);
  });

  it('escapes what people typed', () => {
    const evil = '<img src=x onerror=alert(1)>';
    const [first] = series;
    const contradicting = { ...figure('2017-10', 1, '38'), contradicts: { standing: '37.3', why: evil } };
    const correction = { ...series[2]!.corrections[0]!, why: evil };
    const page = html(
      shellFor('performance'),
      view(
        {
          name: evil,
          breakdown: evil,
          section: evil,
          definition: evil,
          planRefs: [evil],
          unavailable: [{ period: '2018-01', reason: evil }],
        },
        [{ ...first!, corrections: [correction] }, contradicting],
      ),
    );
    expect(page).not.toContain('<img');
    expect(page.match(/&lt;img src=x/g)!.length).toBeGreaterThanOrEqual(10);
    expect(page).not.toMatch(/\sstyle=|<script(?![^>]*src=)/);
  });
});
