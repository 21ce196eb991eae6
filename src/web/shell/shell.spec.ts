import { shellWith } from '../../../test/support/shell.js';
import { inOwnFonts } from './assets.js';
import { address, knownAtFrom, navigationFor, type Person, type Shell } from './shell.js';
import { templates } from './templates.js';

const reader = (...permissions: string[]): Person => ({
  userId: 'u1',
  title: 'Board chair',
  role: 'board',
  may: (permission) => permissions.includes(permission),
});

const shell = (changes: Partial<Shell> = {}): Shell =>
  shellWith({
    council: 'Borough <of> Somewhere',
    path: '/dashboard',
    query: { period: '2017-11' },
    person: reader('dashboard.read'),
    ...changes,
  });

const notFound = { status: 404, title: 'Not found', detail: 'Cannot GET /nowhere', errors: [] };

const page = (changes: Partial<Shell> = {}, problem: object = notFound) =>
  templates().render('shell/error.njk', { shell: shell(changes), problem });

describe('a past moment', () => {
  it('is London time from a person and an instant from a link', () => {
    expect(knownAtFrom('2017-07-01T09:30')).toEqual({
      instant: '2017-07-01T08:30:00Z',
      words: '1 July 2017 at 09:30',
      local: '2017-07-01T09:30',
    });
    expect(knownAtFrom('2018-01-16T09:30:05Z').local).toBe('2018-01-16T09:30:05');
    expect(() => knownAtFrom('yesterday')).toThrow(RangeError);
  });

  it('stays with the reader on every link, and survives the hour that happens twice', () => {
    const second = knownAtFrom('2017-10-29T01:30:00Z');
    const link = address('/measures', { page: '2', empty: '' }, second);
    expect(link).toBe('/measures?page=2&knownAt=2017-10-29T01%3A30%3A00Z');
    expect(knownAtFrom(new URLSearchParams(link.split('?')[1]).get('knownAt')!)).toEqual(second);
  });
});

describe('the navigation', () => {
  it('shows only what the person may open, and where they are', () => {
    const links = navigationFor(reader('dashboard.read', 'trail.read'), '/audit-trail/7', null);
    expect(links).toEqual([
      { text: 'Dashboard', href: '/dashboard', current: false },
      { text: 'Audit trail', href: '/audit-trail', current: true },
    ]);
    expect(navigationFor(null, '/dashboard', null)).toEqual([]);
  });
});

describe('the layout', () => {
  it('escapes what people typed, and carries no inline script or style', () => {
    const html = page({ query: { '"><script>': '"><script>' } });
    expect(html).toContain('Borough &lt;of&gt; Somewhere');
    expect(html).not.toMatch(/"><script>|<script(?![^>]* src=)|<style|\sstyle=|\son\w+=/);
  });

  it('keeps the parameters of the page when another moment is asked for', () => {
    const html = page({ knownAt: knownAtFrom('2018-01-16T09:30'), query: { period: '2017-11', knownAt: 'x' } });
    expect(html).toContain('<input type="hidden" name="period" value="2017-11">');
    expect(html).not.toContain('value="x"');
    expect(html).toMatch(/known on <strong>16 January 2018 at 09:30/);
    expect(html).toContain('href="/dashboard?period=2017-11">Back to now');
    expect(html).not.toContain('data-live');
  });

  it('offers a moment and signing out only to somebody signed in', () => {
    const html = page({ person: null });
    expect(html).not.toMatch(/knownAt|Sign out/);
    expect(page()).toMatch(/action="\/sign-out"/);
  });

  it('says what is wrong in title, summary and field', () => {
    const html = page({ errors: [{ sentence: 'Give a date and time', href: '#knownAt' }] });
    expect(html).toContain('<title>Error: ');
    expect(html).toMatch(/href="#knownAt">Give a date and time/);
    expect(html).toContain('aria-describedby="knownAt-error"');
  });
});

describe('the error page', () => {
  it.each([
    [notFound, 'Page not found', 'Check the address'],
    [{ ...notFound, detail: 'There is no such month.', errors: [{}] }, 'Page not found', 'There is no such month.'],
    [{ status: 500, title: 'x', detail: 'secret', errors: [] }, 'problem with Daybook', 'Try again in a few minutes'],
    [{ status: 429, title: 'Too many attempts', detail: 'Wait a minute.' }, 'Too many attempts', 'Wait a minute.'],
  ])('says in plain words what to do: %j', (problem, heading, advice) => {
    const html = page({}, problem);
    expect(html).toContain(heading);
    expect(html).toContain(advice);
    expect(html).not.toMatch(/Cannot GET|secret/);
  });
});

describe('the borrowed styles', () => {
  it('lose the fonts licensed for gov.uk, on screen and on paper', () => {
    const css = inOwnFonts(
      '@font-face{font-family:GDS Transport;src:url(/a.woff2)}a{font-family:GDS Transport,arial,sans-serif}@media print{a{font-family:sans-serif}}',
    );
    expect(css).toBe(
      'a{font-family:Arial,"Liberation Sans",Helvetica,sans-serif}@media print{a{font-family:Arial,"Liberation Sans",Helvetica,sans-serif}}',
    );
  });
});
