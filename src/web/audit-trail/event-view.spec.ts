import { shellWith } from '../../../test/support/shell.js';
import { event } from '../../../test/support/trail-examples.js';
import { eventCatalogue } from '../../event-catalogue.js';
import { templates } from '../shell/templates.js';
import { eventView } from './event-view.js';

const rendered = (template: string, model: object) => templates().render(template, { ...model, shell: shellWith() });

describe('one event', () => {
  it('stands as before and after, and says which lines did not change', () => {
    const view = eventView(event(), eventCatalogue.get('ActionRated'), null);
    expect(view.changes.map(({ before, after, same }) => [before, after, same])).toEqual([
      ['amber', 'green', false],
      [null, 'Visits are in time', false],
      ['2018-01-15', '2018-01-15', true],
    ]);
    expect(view).toMatchObject({ replaced: true, others: '/audit-trail?subject=action%3Aa1', kind: 'Action rated' });
    expect(view.meaning).toMatch(/BRAG/);
    const html = rendered('audit-trail/event.njk', view);
    expect(html).toMatch(/Before<\/th>[\s\S]*After<\/th>[\s\S]*amber<\/div><\/td>[\s\S]*green<\/div><\/td>/);
  });

  it('has its particulars in words and the stored event beneath', () => {
    const view = eventView(event({ causationId: 'c0' }), undefined, null);
    expect(Object.fromEntries(view.particulars.map(({ label, text }) => [label, text]))).toEqual({
      When: '16 January 2018 at 09:30 (2018-01-16T09:30:00.000Z)',
      Who: 'lead, acting as lead',
      Why: 'Visits are in time',
      'From where': 'On a page',
      'Place in the log': 'Event 1,234, number 3 of action-a1',
      'Event id': 'e1',
      'Sent together as': 'c1',
      'Because of': 'c0',
    });
    expect(JSON.parse(view.raw)).toMatchObject({ position: 1234, data: { to: 'green' }, metadata: { source: 'web' } });
  });

  it('leaves out what was and is nothing', () => {
    const changes = [
      { label: 'Note', before: null, after: 'Started' },
      { label: 'Due on', before: null, after: null },
    ];
    expect(eventView(event({ changes }), undefined, null).changes.map(({ label }) => label)).toEqual(['Note']);
  });

  it('says when there was nothing before', () => {
    const view = eventView(event({ changes: [{ label: 'Note', before: null, after: 'Started' }] }), undefined, null);
    expect(rendered('audit-trail/event.njk', view)).toContain('Nothing was there before');
  });
});
