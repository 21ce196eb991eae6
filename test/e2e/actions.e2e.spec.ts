import { DataSource } from 'typeorm';
import { Projections } from '../../projections/kit/projections.service.js';
import { startDemo, type Daybook } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { signIn, words, type Visitor } from '../support/visitor.js';

const WHY = 'Two of three visits were late in November.';

describe('actions, on pages and over REST', () => {
  let daybook: Daybook;
  let lead: Visitor;
  let actionId: string;
  beforeAll(async () => {
    daybook = await startDemo();
    lead = await signIn(daybook.url, 'lead');
  }, 120_000);
  afterAll(() => daybook.stop());

  const actions = async () => (await daybook.as('lead').get('/api/actions').expect(200)).body as { actionId: string }[];
  let next = 0;
  beforeEach(async () => {
    actionId = (await actions())[next++]!.actionId;
  });
  const head = async () =>
    (await daybook.as('board').get('/api/events?after=0&limit=1').expect(200)).body.head as number;
  const rate = (body: object, headers: Record<string, string> = {}) =>
    daybook.as('lead').post(`/api/actions/${actionId}/rating`, body).set(headers);

  it('lists the 63 actions of the plan', async () => expect(await actions()).toHaveLength(63));

  it('shows each month as it was known at its end: what was rated in November was not known in October', async () => {
    const page = words((await lead.open('/actions/by-month').expect(200)).text);
    expect(page).toMatch(/October 2017 0 0 0 0 63 63 November 2017 0 0 0 1 62 63/);
  });

  it('records a rating with its rationale, and reads it back at once', async () => {
    const before = await head();
    const { body } = await rate({ to: 'amber', rationale: WHY, asAt: '2018-01-10' }).expect(200);
    expect(body.recorded).toBe(1);
    expect(body.position).toBeGreaterThan(before);
    const { body: action } = await daybook.as('board').get(`/api/actions/${actionId}`).expect(200);
    expect(action).toMatchObject({ rating: 'amber', rationale: WHY, revision: body.revision });
  });

  it.each([
    ['no rationale', { to: 'red', asAt: '2018-01-10' }, 'rationale'],
    ['a rationale of blanks', { to: 'red', rationale: '            ', asAt: '2018-01-10' }, 'rationale'],
    ['a colour that is none', { to: 'purple', rationale: WHY, asAt: '2018-01-10' }, 'to'],
    ['a date that is none', { to: 'red', rationale: WHY, asAt: '2018-02-30' }, 'asAt'],
    ['a date ahead', { to: 'red', rationale: WHY, asAt: '2999-01-01' }, 'asAt'],
    ['a field that is none', { to: 'red', rationale: WHY, asAt: '2018-01-10', owner: 'me' }, 'owner'],
  ])('refuses %s, names the field, and records nothing', async (_case, body, field) => {
    const before = await head();
    const answer = await rate(body)
      .expect(422)
      .expect('Content-Type', /application\/problem\+json/);
    expect(answer.body.errors.map((e: { field: string }) => e.field)).toEqual([field]);
    expect(await head()).toBe(before);
  });

  it('shows a refused form again with the sentence at its field and what was typed', async () => {
    const form = await lead.form(`/actions/${actionId}/rate`);
    const { text } = await form.send({ to: 'red', rationale: 'short', asAt: '2018-01-10' }).expect(422);
    expect(text).toContain('href="#rationale">Say why, in at least 10 characters');
    expect(text).toMatch(/value="red" checked/);
    expect(text).toMatch(/<textarea[^>]*id="rationale"[^>]*>short/);
    expect(text).toContain('value="2018-01-10"');
  });

  it('tells the second of two people what the first said, and keeps what the second typed', async () => {
    const first = await lead.form(`/actions/${actionId}/rate`);
    const other = await signIn(daybook.url, 'lead');
    const second = await other.form(`/actions/${actionId}/rate`);
    await first
      .send({ to: 'green', rationale: 'All visits were made in time this month.', asAt: '2018-01-10' })
      .expect(303);
    const before = await head();
    const conflict = await second.send({ to: 'red', rationale: WHY, asAt: '2018-01-10' }).expect(409);
    expect(words(conflict.text)).toContain('While you were working on this, it was changed');
    expect(words(conflict.text)).toContain('Rated green');
    expect(conflict.text).toContain(WHY);
    expect(await head()).toBe(before);
  });

  it('refuses over REST what was decided on an older revision, and says what happened since', async () => {
    const { body: seen } = await daybook.as('lead').get(`/api/actions/${actionId}`).expect(200);
    const revision = { 'Seen-Revision': String(seen.revision) };
    await rate({ to: 'green', rationale: WHY, asAt: '2018-01-10' }, revision).expect(200);
    const { body } = await rate({ to: 'red', rationale: WHY, asAt: '2018-01-10' }, revision).expect(409);
    expect(body.since).toMatchObject([{ type: 'ActionRated', data: { to: 'green' }, actor: { userId: 'lead' } }]);
  });

  it('records once what is sent twice with one Idempotency-Key, and refuses the key for anything else', async () => {
    const key = { 'Idempotency-Key': `key-${actionId}` };
    const body = { to: 'red', rationale: WHY, asAt: '2018-01-10' };
    const once = await rate(body, key).expect(200);
    const before = await head();
    expect((await rate(body, key).expect(200)).body).toEqual(once.body);
    expect(await head()).toBe(before);
    const other = await rate({ ...body, to: 'amber' }, key).expect(422);
    expect(other.body.type).toBe('urn:daybook:problem:idempotency-key-reused');
    expect(await head()).toBe(before);
  });

  it('records once when a form is sent twice', async () => {
    const form = await lead.form(`/actions/${actionId}/note`);
    const typed = { note: 'Training booked for every team manager.', asAt: '2018-01-10' };
    await form.send(typed).expect(303);
    const before = await head();
    await form.send(typed).expect(303);
    expect(await head()).toBe(before);
  });

  it.each(['board', 'performance', 'quality', 'inspector', 'admin'] as const)('lets no %s rate', async (role) => {
    const before = await head();
    await daybook
      .as(role)
      .post(`/api/actions/${actionId}/rating`, { to: 'red', rationale: WHY, asAt: '2018-01-10' })
      .expect(403)
      .expect('Content-Type', /problem\+json/);
    const page = await (await signIn(daybook.url, role)).open(`/actions/${actionId}`).expect(200);
    expect(page.text).not.toContain('Rate this action');
    expect(await head()).toBe(before);
  });

  it('shows HTML as text', async () => {
    const note = '<script>alert(1)</script> & "quotes"';
    await daybook.as('lead').post(`/api/actions/${actionId}/notes`, { note, asAt: '2018-01-10' }).expect(200);
    const { text } = await lead.open(`/actions/${actionId}`).expect(200);
    expect(text).not.toContain('<script>alert');
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot;');
  });

  it('does not know an action before it was raised', async () => {
    await daybook.as('board').get(`/api/actions/${actionId}?knownAt=2017-07-01T00:00:00Z`).expect(404);
    await daybook.as('board').get(`/api/actions/${actionId}?knownAt=yesterday`).expect(422);
  });

  it.each([
    ['JSON', 'application/json', JSON.stringify({ note: 'x'.repeat(300_000) })],
    ['a form', 'application/x-www-form-urlencoded', `note=${'x'.repeat(300_000)}`],
  ])('says that %s over the limit is too large', async (_case, type, body) => {
    const path = type.includes('json') ? `/api/actions/${actionId}/notes` : `/actions/${actionId}/note`;
    const answer = await daybook.as('lead').post(path).set('Content-Type', type).send(body).expect(413);
    expect(answer.text).toMatch(/larger than Daybook takes|too big/);
  });

  it('says in words that a body is no JSON', async () => {
    const path = `/api/actions/${actionId}/notes`;
    const { body } = await daybook
      .as('lead')
      .post(path)
      .set('Content-Type', 'application/json')
      .send('{"note":')
      .expect(400);
    expect(body.detail).toContain('could not be read');
  });

  it('does not say that nothing was recorded when only its figures cannot be asked', async () => {
    const db = daybook.app.get(DataSource);
    const before = await head();
    await db.query('alter table read.bookmarks rename to out_of_reach');
    const path = `/api/actions/${actionId}/notes`;
    const answer = await daybook.as('lead').post(path, { note: 'Kept all the same.', asAt: '2018-01-10' });
    await db.query('alter table read.out_of_reach rename to bookmarks');
    expect([answer.status, answer.body.recorded]).toEqual([200, 1]);
    expect(await head()).toBeGreaterThan(before);
    await eventually(() => daybook.app.get(Projections).waitFor(BigInt(answer.body.position)));
  });
});
