import type { DashboardAnswer, DashboardRow } from '../../../projections/monthly-dashboard/answer.js';
import { november, printedRows, supervisionRows } from '../../../test/support/november.js';
import { shellWith } from '../../../test/support/shell.js';
import { templates } from '../shell/templates.js';
import { ATTENTIONS, type Attention } from './attention.js';
import { dashboardView } from './view.js';

const shell = shellWith({ simulated: true, path: '/dashboard', query: { period: '2017-11' } });

const html = (answer: DashboardAnswer = november, filter: Attention | null = null): string =>
  templates().render('dashboard/page.njk', { shell, dashboard: dashboardView(answer, filter) });

const decoded = (text: string): string =>
  text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))).replaceAll('&amp;', '&');

const words = (fragment: string): string =>
  decoded(fragment.replace(/<(?!\/?span)[^>]*>/g, ' ').replace(/<\/?span[^>]*>/g, ''))
    .replace(/\s+/g, ' ')
    .trim();

/** What each printed line says, cell by cell, under the heading a card shows. */
const cellsOf = (line: string): Record<string, string> =>
  Object.fromEntries(
    [...line.matchAll(/<td[^>]*data-label="([^"]+)"[^>]*>(.*?)<\/td>/gs)].map(([, label, cell]) => [
      decoded(label!),
      words(cell!),
    ]),
  );

const linesOf = (page: string): string[] =>
  [...page.matchAll(/<tr class="daybook-row[ "].*?<\/tr>/gs)].map(([line]) => line);

const withRow = (changes: Partial<DashboardRow>): DashboardAnswer => ({
  ...november,
  rows: [{ ...november.rows[10]!, ...changes }],
});

const corrected = (by: string, why: string) => ({
  ...{ period: '2017-11', ordinal: 0, was: '22.4', value: '22.5', at: '2018-01-20T10:00:00Z' },
  ...{ by, why },
});

const inSourceUnit = (value: string, unit: string): string =>
  unit === 'percent' ? `${value}%` : ['days', 'weeks'].includes(unit) ? `${value} ${unit}` : value;

describe('the dashboard of November 2017', () => {
  const page = html();
  const lines = linesOf(page);

  it('has a line for each of the 76 printed rows', () => {
    expect(lines).toHaveLength(printedRows.length + supervisionRows.length);
    expect(lines).toHaveLength(76);
  });

  it.each(printedRows)('says of row $published_row what was printed: $measure, $breakdown', (row) => {
    const [line, ...others] = lines.filter((candidate) => {
      const name = words(candidate.match(/<th.*<\/th>/s)![0]);
      return name.startsWith(row.measure!) && name.endsWith(`${row.breakdown || row.measure}: working and source`);
    });
    expect(others).toEqual([]);
    const unit = row.unit!;
    const cells = cellsOf(line!);
    const { Previous: previous = '', Latest: latest = '', 'At judgement': judgement = '' } = cells;
    const figure = (value: string) => (value ? inSourceUnit(value, unit) : '');
    expect(previous.replace(/ \w{3} \d{4}$/, '')).toBe(figure(row.previous_value!));
    expect(latest.replace(/ \w{3} \d{4}$/, '')).toBe(figure(row.latest_value!));
    expect(judgement).toBe(figure(row.published_baseline_value!));
    expect(cells.Target ?? '').toMatch(row.target_text!);
    expect(cells.Rating ?? '').toMatch(new RegExp(`^${row.published_rating!}`));
    expect(words(line!)).toContain(row.availability!);
    for (const planRef of row.plan_ref!.split(';')) expect(words(line!)).toContain(planRef);
  });

  it.each(supervisionRows)('shows supervision in $team as four shares on one line', (row) => {
    const line = lines.find((candidate) => words(candidate).startsWith(row.team!));
    expect(cellsOf(line!)).toEqual({
      'Not due': `${row.not_due}%`,
      'In time': `${row.in_time}%`,
      'Completed out of timescale': `${row.completed_out_of_timescale}%`,
      Overdue: `${row.overdue}%`,
    });
  });

  it('says which month a figure is of when it is not the one expected', () => {
    const audits = lines.filter((line) => words(line).includes('Multi agency contribution from audit findings'));
    expect(audits.map((line) => cellsOf(line).Latest)).toEqual(['62% Sep 2017', '38% Sep 2017', '0% Sep 2017']);
    expect(cellsOf(lines[0]!)).toMatchObject({ Previous: '23', Latest: '15' });
  });

  it('puts shape, sign, points and word on a change', () => {
    const changeOf = (name: string) => cellsOf(lines.find((line) => words(line).includes(name))!).Change;
    expect(changeOf('0-25')).toBe('▲ +5.7 worse');
    expect(changeOf('Permanent')).toBe('▼ −2 points worse');
    expect(changeOf('C&F Assessment')).toBe('▼ −5 points neutral');
  });

  it('needs neither inline script nor inline style', () => {
    expect(page).not.toMatch(/\sstyle=|<script(?![^>]*src=)|\son\w+=/);
  });
});

describe('what deserves attention', () => {
  it.each(ATTENTIONS)('%s: the count of the link is the number of rows behind it', (kind) => {
    const { attention } = dashboardView(november);
    const count = attention.find((item) => item.kind === kind)!.count;
    expect(linesOf(html(november, kind))).toHaveLength(count);
  });

  it('counts what differs from the printed figures, and where rating and target point apart', () => {
    const counts = Object.fromEntries(dashboardView(november).attention.map(({ kind, count }) => [kind, count]));
    expect(counts).toEqual({
      'newly-red': 2,
      'rating-and-target-disagree': 3,
      'differs-from-published': 9,
      'two-figures-for-one-period': 4,
      'no-figure': 7,
      'older-figure': 19,
    });
  });
});

describe('a row', () => {
  it('is escaped wherever somebody could have typed', () => {
    const evil = '<img src=x onerror=alert(1)>';
    const page = html(
      withRow({
        measure: evil,
        breakdown: evil,
        planRefs: [evil],
        section: evil,
        source: evil,
        target: { text: evil, low: null, high: null },
        working: { change: evil, direction: null, rating: evil, target: null },
        lastCorrection: corrected(evil, evil),
        differences: [{ field: 'change', published: evil, computed: evil, why: evil }],
      }),
    );
    expect(page).not.toContain('<img');
    expect(page.match(/&lt;img src=x onerror=alert\(1\)&gt;/g)!.length).toBeGreaterThanOrEqual(12);
    expect(html(withRow({ latest: null, previous: null, availability: evil }))).not.toContain('<img');
  });

  it('opens to its working, its difference from the printed figure, its correction and its measure', () => {
    const page = words(
      html(
        withRow({
          lastCorrection: corrected('Performance officer', 'One case was counted twice'),
          differences: [{ field: 'change', published: '+5.6', computed: '+5.7', why: 'Counted again.' }],
        }),
      ),
    );
    expect(page).toContain('22.5 against 17.6 at the judgement: higher, and lower is better, so red.');
    expect(page).toContain('Change as published +5.6 published, +5.7 worked out. Counted again.');
    expect(page).toContain('20 January 2018 at 10:00, by Performance officer: One case was counted twice');
    expect(html()).toContain(`href="/measures/${november.rows[10]!.id}">`);
  });

  it('says why it has no figure, even where nobody gave a reason', () => {
    const page = html(withRow({ latest: null, previous: null, availability: undefined }));
    expect(words(page)).toContain('No figure has been given yet');
  });

  it('draws its course from three figures on', () => {
    const series = ['2017-09', '2017-10', '2017-11'].map((period, i) => ({ period, value: `${20 + i}` }));
    expect(html(withRow({ series }))).toContain('<title>From 20 in September 2017 to 22 in November 2017, 3 figures');
    expect(html(withRow({ series: series.slice(1), baseline: null }))).not.toContain('<svg');
    expect(html(withRow({ series: series.slice(1) }))).toContain('17.6 at the judgement');
  });
});

describe('a month', () => {
  it('is walked to both sides, as far as there are figures', () => {
    expect(html()).toMatch(
      /rel="prev" href="\/dashboard\?period=2017-10".*rel="next" href="\/dashboard\?period=2017-12"/s,
    );
    const ends = html({ ...november, months: { first: '2017-11', last: '2017-11' } });
    expect(ends).not.toMatch(/rel="(prev|next)"/);
  });

  it('is a draft until it is published', () => {
    expect(html()).toContain('Published on 16 January 2018');
    expect(html({ ...november, publishedOn: null })).toContain('Draft, not yet published');
  });

  it('without rows says so', () => {
    expect(html({ ...november, rows: [] })).toContain('No measure is on the dashboard for November 2017');
  });
});
