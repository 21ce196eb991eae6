import type { PublishedDashboardRow } from '../../../projections/published-dashboards/row.js';
import type { DifferingRow } from '../../../projections/published-differences/query.js';
import { shellWith } from '../../../test/support/shell.js';
import type { PrintedRow } from '../../kernel/printed-row.js';
import { knownAtFrom, type Shell } from '../shell/shell.js';
import { templates } from '../shell/templates.js';
import { differencesView } from './view.js';

const evil = '<img src=x onerror=alert(1)>';
const printed = {} as PrintedRow;
const differing = (period: string, row: number, changes: Partial<DifferingRow> = {}): DifferingRow => ({
  ...{ planId: 'plan', period, row, measureId: `measure-${row}`, planRefs: ['4b(ii)'], unit: 'percent', printed },
  ...{ measure: 'S47: Outcome', breakdown: 'Conference' },
  differences: [
    { field: 'change', published: '+3%', computed: '−3 points', why: '28% less 31% is −3 points; +3% was printed.' },
    { field: 'direction', published: 'up', computed: 'down', why: 'From 31% to 28% is down.' },
  ],
  ...changes,
});
const paper = (period: string): PublishedDashboardRow => ({
  ...{ planId: 'plan', period, publishedOn: '2018-01-16' },
  papers: [{ publishedOn: '2018-01-16', source: `Papers & minutes of ${period}` }],
});

const published = [paper('2017-10'), paper('2017-11')];
const view = (rows: readonly DifferingRow[], period: string | null = null, papers = published) =>
  differencesView({ checked: 94, rows }, papers, period);
const html = (model: object, changes: Partial<Shell> = {}) =>
  templates()
    .render('differences/page.njk', { shell: shellWith({ path: '/differences', ...changes }), ...model })
    .replace(/\s+/g, ' ');

describe('the differences of published months', () => {
  it('are listed one by one, newest month first, with what was printed and what follows', () => {
    const { months } = view([differing('2017-11', 37)]);
    expect(months.map(({ month, rows, lines }) => [month, rows, lines.length])).toEqual([
      ['November 2017', 1, 2],
      ['October 2017', 0, 0],
    ]);
    expect(months[0]!.lines).toMatchObject([
      { row: 37, field: 'Change', published: '+3%', computed: '−3 points', again: false },
      { row: 37, field: 'Arrow of the change', published: 'up', computed: 'down', again: true },
    ]);
  });

  it('are those of the month asked for', () => {
    const { months, choices } = view([differing('2017-10', 5)], '2017-10');
    expect(months.map(({ period }) => period)).toEqual(['2017-10']);
    expect(choices).toEqual([
      { value: '', text: 'Every published month', selected: false },
      { value: '2017-11', text: 'November 2017', selected: false },
      { value: '2017-10', text: 'October 2017', selected: true },
    ]);
  });

  it('lead to the measure and to the row on the dashboard, at the moment the page is read at', () => {
    const page = html(view([differing('2017-11', 37)]), { knownAt: knownAtFrom('2018-01-20T09:00') });
    expect(page).toContain('href="/measures/measure-37?knownAt=2018-01-20T09%3A00%3A00Z"');
    expect(page).toMatch(
      /href="\/dashboard\?period=2017-11&amp;attention=differs-from-published&amp;knownAt=[^"]*#measure-measure-37"/,
    );
    expect(page).toContain('1 printed row disagrees with its own figures');
  });

  it('say in words where there are none, and that rounding is none', () => {
    const page = html(view([]));
    expect(page.match(/No difference: every printed change, arrow and rating follows/g)).toHaveLength(2);
    expect(page).toContain('Rounding is not a difference');
    expect(html(view([], null, []))).toContain('No dashboard has been published, so there is nothing to compare.');
  });

  it('escape what was printed', () => {
    const row = differing('2017-11', 37, {
      ...{ measure: evil, breakdown: evil, planRefs: [evil] },
      differences: [{ field: 'change', published: evil, computed: evil, why: evil }],
    });
    const page = html(view([row]));
    expect(page).not.toContain('<img');
    expect(page.match(/&lt;img src=x/g)).toHaveLength(6);
  });
});
