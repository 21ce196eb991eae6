import type { TrailEntry } from '../../../projections/audit-trail/query.js';
import { shellWith } from '../../../test/support/shell.js';
import { entry, event } from '../../../test/support/trail-examples.js';
import { csvOf } from '../shell/csv.js';
import { knownAtFrom, type Shell } from '../shell/shell.js';
import { templates } from '../shell/templates.js';
import { sourceInWords } from '../shell/who-and-where.js';
import { eventView } from './event-view.js';
import { askedOf } from './form.js';
import { CSV_HEADINGS, csvRows, trailView } from './view.js';
import { kindInWords } from './words.js';

const nothing = { actors: [], types: [], planRefs: [] };
const offered = { actors: ['admin', 'lead'], types: ['ProgressNoted', 'ActionRated'], planRefs: ['5b(ii)'] };
const knownAt = knownAtFrom('2018-01-16T09:30');
const hostile = '<script>alert(1)</script>';

const rendered = (template: string, model: object, around: Partial<Shell> = {}) =>
  templates().render(template, { ...model, shell: shellWith({ path: '/audit-trail', ...around }) });

describe('a line of the audit trail', () => {
  it('says when, who, what, why and from where, and leads to event and subject', () => {
    expect(trailView(askedOf({}), { rows: [entry()], more: false }, nothing, null).lines).toEqual([
      {
        position: 1234,
        href: '/audit-trail/e1',
        recordedAt: '2018-01-16T09:30:00.000Z',
        when: '16 January 2018 at 09:30',
        who: 'lead',
        role: 'lead',
        kind: 'Action rated',
        what: 'Moved the rating from amber to green',
        why: 'Visits are in time',
        source: 'On a page',
        about: { text: 'A12 See every child', kind: 'Action', href: '/actions/a1', planRefs: '5b(ii), 10a' },
      },
    ]);
  });

  it.each<[string, string]>([
    ['web', 'On a page'],
    ['api', 'Through the API'],
    [`import:${'0123456789abcdef'.repeat(4)}#List 3!12`, 'Imported from row 12 of List 3, file 01234567'],
    [`import:${'0123456789abcdef'.repeat(4)}#!2`, 'Imported from row 2, file 01234567'],
    ['elsewhere', 'elsewhere'],
    ['constructor', 'constructor'],
  ])('shows the source %s as %s', (source, words) => expect(sourceInWords(source)).toBe(words));

  it.each<[TrailEntry['subject'], string, string | null]>([
    [
      { kind: 'measure', id: 'm/1', title: 'Visits', planRefs: [] },
      'Visits',
      '/measures/m%2F1?knownAt=2018-01-16T09%3A30%3A00Z',
    ],
    [
      { kind: 'published-dashboard', id: '2017-11', title: null, planRefs: [] },
      'Published dashboard 2017-11',
      '/differences?period=2017-11&knownAt=2018-01-16T09%3A30%3A00Z',
    ],
    [
      { kind: 'import', id: 'i1', title: 'a.csv', planRefs: [] },
      'a.csv',
      '/imports/i1?knownAt=2018-01-16T09%3A30%3A00Z',
    ],
    [{ kind: 'account', id: 'lead', title: null, planRefs: [] }, 'Account lead', null],
    [{ kind: 'constructor', id: 'x', title: null, planRefs: [] }, 'Constructor x', null],
  ])('keeps the moment on the way to the subject %j', (subject, text, href) => {
    const { lines } = trailView(askedOf({}), { rows: [entry({ subject })], more: false }, nothing, knownAt);
    expect(lines[0]!.about).toMatchObject({ text, href });
  });

  it('spells a kind out', () => expect(kindInWords('FigureUnavailable')).toBe('Figure unavailable'));
});

describe('the filter form', () => {
  it('offers what there is, in words, and shows what was asked', () => {
    const { choices, filtered } = trailView(askedOf({ type: 'ActionRated' }), { rows: [], more: false }, offered, null);
    expect(choices.type).toEqual([
      { value: '', text: 'Every kind', selected: false },
      { value: 'ActionRated', text: 'Action rated', selected: true },
      { value: 'ProgressNoted', text: 'Progress noted', selected: false },
    ]);
    expect(choices.actor[0]).toEqual({ value: '', text: 'Everybody', selected: true });
    expect(filtered).toBe(true);
  });

  it('keeps a person it does not know', () => {
    const { choices } = trailView(askedOf({ actor: 'nobody' }), { rows: [], more: false }, offered, null);
    expect(choices.actor.at(-1)).toEqual({ value: 'nobody', text: 'nobody', selected: true });
  });

  it('goes to older events and back to the newest, with filter and moment', () => {
    const rows = [entry(), entry({ position: 900 })];
    const { links } = trailView(askedOf({ actor: 'lead', before: '2000' }), { rows, more: true }, offered, knownAt);
    const kept = 'knownAt=2018-01-16T09%3A30%3A00Z';
    expect(links).toEqual({
      csv: `/audit-trail/events.csv?actor=lead&${kept}`,
      newest: `/audit-trail?actor=lead&${kept}`,
      older: `/audit-trail?actor=lead&before=900&${kept}`,
    });
    expect(trailView(askedOf({}), { rows, more: false }, offered, null).links).toMatchObject({
      newest: null,
      older: null,
    });
  });
});

describe('the pages', () => {
  const list = (rows: TrailEntry[], query: object, around: Partial<Shell> = {}) =>
    rendered(
      'audit-trail/page.njk',
      trailView(askedOf({ ...query }), { rows, more: rows.length > 0 }, offered, null),
      around,
    );

  it('escape what people typed', () => {
    const subject = { kind: 'action', id: 'a1', title: hostile, planRefs: [hostile] };
    const row = entry({ words: hostile, reason: hostile, actorId: hostile, source: hostile, subject });
    const html = list([row], { actor: hostile, subject: `action:${hostile}`, from: '"><script>alert(1)' });
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    const shown = rendered(
      'audit-trail/event.njk',
      eventView(
        event({ ...row, data: { note: hostile }, changes: [{ label: hostile, before: hostile, after: hostile }] }),
        undefined,
        null,
      ),
    );
    expect(shown).not.toContain('<script>alert');
  });

  it('say what is wrong beside the field, and keep what was typed', () => {
    const html = list(
      [],
      { from: '2017-02-30' },
      { errors: [{ sentence: 'From must be a real date', href: '#from' }] },
    );
    expect(html).toMatch(/href="#from">From must be a real date/);
    expect(html).toMatch(/id="from-error"/);
    expect(html).toContain('value="2017-02-30"');
    expect(html).not.toContain('No event fits');
  });

  it('say so when nothing fits', () => expect(list([], { actor: 'nobody' })).toContain('No event fits'));

  it('keep the moment in the form', () => {
    expect(list([entry()], {}, { knownAt })).toMatch(
      /action="\/audit-trail"[\s\S]*name="knownAt" value="2018-01-16T09:30:00Z"/,
    );
  });
});

describe('the file for a spreadsheet', () => {
  it('has a line for each event, with the stored source, and no formula', () => {
    const csv = csvOf(CSV_HEADINGS, csvRows({ rows: [entry({ reason: '=1+1' })], more: false }));
    expect(csv.split('\r\n').slice(1)).toEqual([
      `1234,2018-01-16T09:30:00.000Z,lead,lead,Action rated,Moved the rating from amber to green,'=1+1,A12 See every child,"5b(ii), 10a",web,e1`,
      '',
    ]);
  });

  it('says in its last row that it does not hold everything', () => {
    const rows = csvRows({ rows: [entry()], more: true });
    expect(rows.at(-1)![0]).toBe('Only the newest 10,000 events are in this file. Choose dates to get the others.');
    expect(rows.map((row) => row.length)).toEqual([CSV_HEADINGS.length, CSV_HEADINGS.length]);
  });
});
