import request from 'supertest';
import { ROLES } from '../../src/kernel/role.js';
import { startDemo, type Daybook } from '../support/app.js';

type Entry = Readonly<{
  position: number;
  eventId: string;
  type: string;
  recordedAt: string;
  actor: { userId: string; role: string };
  words: string;
  reason: string | null;
  subject: { kind: string; id: string; planRefs: string[] };
}>;
type Trail = Readonly<{ events: Entry[]; next: number | null }>;
type Log = Readonly<{ events: { position: number; type: string; eventId: string }[]; next: number; head: number }>;

const hostile = '=1+1 <img src=x onerror=alert(1)>';

describe('the audit trail of the whole application', () => {
  let daybook: Daybook;
  let action: { actionId: string; planRefs: string[] };
  /** How many events there were before any of this. */
  let before: number;

  const trail = async (query: string) =>
    (await daybook.as('board').get(`/api/audit-trail?${query}`).expect(200)).body as Trail;
  const log = async (query: string) => (await daybook.as('board').get(`/api/events?${query}`).expect(200)).body as Log;

  const wholeLog = async () => {
    const ids: string[] = [];
    for (let at = await log('limit=1000'); ; at = await log(`limit=1000&after=${at.next}`)) {
      ids.push(...at.events.map(({ eventId }) => eventId));
      if (at.next === at.head) return ids;
    }
  };

  beforeAll(async () => {
    daybook = await startDemo();
    const actions = (await daybook.as('lead').get('/api/actions').expect(200)).body as (typeof action)[];
    action = actions.find(({ planRefs }) => planRefs.length > 0)!;
    before = (await wholeLog()).length;
    const rating = { to: 'green', rationale: 'Nine in ten visits are in time', asAt: '2018-01-15' };
    await daybook.as('lead').post(`/api/actions/${action.actionId}/rating`, rating).expect(200);
    await daybook
      .as('lead')
      .post(`/api/actions/${action.actionId}/notes`, { note: hostile, asAt: '2018-01' })
      .expect(200);
  });
  afterAll(() => daybook.stop());

  it('has exactly the events of the log, page by page', async () => {
    const inLog = await wholeLog();
    const inTrail: string[] = [];
    for (let page = await trail('limit=500'); ; page = await trail(`limit=500&before=${page.next}`)) {
      inTrail.push(...page.events.map(({ eventId }) => eventId));
      if (page.next === null) break;
    }
    expect(inTrail.reverse()).toEqual(inLog);
    expect(inLog.length).toBe(before + 2);
  });

  it('shows what was just done, by whom, why, and to what', async () => {
    const { events } = await trail(`subject=action:${action.actionId}&limit=2`);
    expect(events).toMatchObject([
      { type: 'ProgressNoted', words: `Noted progress: ${hostile}`, reason: null },
      { type: 'ActionRated', actor: { userId: 'lead', role: 'lead' }, reason: 'Nine in ten visits are in time' },
    ]);
  });

  it('filters by actor, kind, plan reference and days together', async () => {
    const [planRef] = action.planRefs;
    const { events } = await trail(`actor=lead&type=ActionRated&planRef=${encodeURIComponent(planRef!)}`);
    expect(events.length).toBeGreaterThan(0);
    for (const event of events) {
      expect(event).toMatchObject({ type: 'ActionRated', actor: { userId: 'lead' } });
      expect(event.subject.planRefs).toContain(planRef);
    }
    expect((await trail('actor=nobody')).events).toEqual([]);
    expect((await trail('from=1999-01-01&to=1999-12-31')).events).toEqual([]);
  });

  it('is read as it was known, on pages, over REST and in the log', async () => {
    const first = (await log('limit=1')).events[0]!;
    const { recordedAt } = (await daybook.as('board').get(`/api/audit-trail/${first.eventId}`).expect(200))
      .body as Entry;
    const then = `knownAt=${recordedAt}`;
    const { events } = await trail(`${then}&limit=500`);
    expect(events.length).toBeLessThan(before);
    expect(events.every((event) => event.recordedAt <= recordedAt)).toBe(true);
    const known = await log(`${then}&limit=1000`);
    expect([known.next, known.head]).toEqual([events[0]!.position, events[0]!.position]);
    expect((await log(`${then}&limit=1&after=${known.head}`)).next).toBe(known.head);
    const [last] = (await trail('limit=1')).events;
    await daybook.as('board').get(`/api/audit-trail/${last!.eventId}?${then}`).expect(404);
  });

  it('shows one event as before and after', async () => {
    const { events } = await trail(`subject=action:${action.actionId}&type=ActionRated&limit=1`);
    const { body } = await daybook.as('board').get(`/api/audit-trail/${events[0]!.eventId}`).expect(200);
    expect((body as { changes: unknown[] }).changes).toContainEqual(
      expect.objectContaining({ label: 'Rating', after: 'green' }),
    );
    expect((body as { data: object }).data).toMatchObject({ to: 'green', rationale: 'Nine in ten visits are in time' });
  });

  it.each([
    ['/api/audit-trail?from=2017-02-30', 'from'],
    ['/api/audit-trail?from=2017-02-02&to=2017-02-01', 'to'],
    ['/api/audit-trail?before=-1', 'before'],
    ['/api/audit-trail?limit=501', 'limit'],
    ['/api/audit-trail?subject=action', 'subject'],
    ['/api/audit-trail?actor=a&actor=b', 'actor'],
    ['/api/audit-trail?knownAt=yesterday', 'knownAt'],
    ['/api/events?after=1e3', 'after'],
    ['/api/events?limit=0', 'limit'],
  ])('answers %s with a problem that names %s', async (path, field) => {
    const { body, headers } = await daybook.as('board').get(path).expect(422);
    expect(headers['content-type']).toMatch(/application\/problem\+json/);
    expect(body).toMatchObject({ status: 422, errors: [{ field }] });
  });

  it('knows no event by a made-up id', async () => {
    await daybook.as('board').get('/api/audit-trail/made-up').expect(404);
  });

  it.each(ROLES)('gives the log itself to somebody signed in as %s', async (role) => {
    await daybook.as(role).get('/api/events?limit=1').expect(200);
  });

  it('gives the log itself to nobody else', async () => {
    await request(daybook.url).get('/api/events').expect(401);
  });
});
