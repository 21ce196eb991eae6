import { DEMO_PASSWORD, seedDemoAccounts } from '../../src/identity/demo-accounts.js';
import { firstRunLink } from '../../src/identity/first-run.js';
import { PERMISSIONS } from '../../src/identity/permissions.js';
import { digestOf } from '../../src/identity/secrets/random.js';
import { ROLES, type Role } from '../../src/kernel/role.js';
import { startIdentity, type IdentityApp } from './identity.app.js';

type Agent = ReturnType<IdentityApp['agent']>;

const NAMED: Readonly<Record<string, string>> = { '&quot;': '"', '&lt;': '<', '&gt;': '>', '&amp;': '&' };
const plain = (html: string): string =>
  html.replace(/&(?:#(\d+)|\w+);/g, (entity, code?: string) =>
    code ? String.fromCharCode(Number(code)) : NAMED[entity]!,
  );
const hidden = (html: string, name: string): string =>
  plain(new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '');

const OWN = { 'Sec-Fetch-Site': 'same-origin' };
const enter = (agent: Agent, userId: string, password: string, more: object = {}) =>
  agent
    .post('/sign-in')
    .set(OWN)
    .type('form')
    .send({ userId, password, ...more });
const csrf = async (agent: Agent): Promise<string> => hidden((await agent.get('/tokens')).text, '_csrf');

describe('signing in to the demonstration', () => {
  let here: IdentityApp;
  const agent = () => here.agent();
  const signedIn = async (role: Role): Promise<Agent> => {
    const one = agent();
    await enter(one, role, DEMO_PASSWORD).expect(303);
    return one;
  };
  const bearer = (token: string, path: string) => agent().get(path).set('Authorization', `Bearer ${token}`);

  beforeAll(async () => {
    here = await startIdentity({ DAYBOOK_MODE: 'demo' });
    await seedDemoAccounts(here.app);
  });
  afterAll(() => here.stop());
  afterEach(() => here.pool.query('delete from identity.failed_sign_ins'));

  describe('who may', () => {
    const READ = 'dashboard.read plan.read actions.read measures.read differences.read trail.read tokens.own';
    const MANY = 'actions.move-due actions.steps actions.evidence actions.escalate';
    const EXPECTED: Record<Role, string> = {
      board: `${READ} imports.read log.read actions.answer-escalation`,
      lead: `${READ} imports.read log.read actions.rate actions.note actions.claim ${MANY}`,
      performance: `${READ} imports.read log.read operations.read plan.edit measures.record measures.define imports.make actions.assign actions.verify actions.answer-escalation actions.withdraw ${MANY}`,
      quality: `${READ} imports.read log.read actions.verify actions.evidence`,
      inspector: `${READ} imports.read log.read`,
      admin: `${READ} imports.read log.read operations.read plan.edit measures.define people.manage actions.assign actions.withdraw`,
    };

    it.each(ROLES)('%s opens what the table says, and nothing else', async (role) => {
      const opened: string[] = [];
      for (const permission of Object.keys(PERMISSIONS)) {
        const { status } = await bearer(`demo-${role}`, `/api/probe/${permission}`);
        if (status === 200) opened.push(permission);
        else expect({ permission, status }).toEqual({ permission, status: 403 });
      }
      expect(opened.sort()).toEqual(EXPECTED[role].split(' ').sort());
    });

    it('denies a route that names nobody to everybody', async () => {
      await agent().get('/probe/undecorated').expect(403);
      await (await signedIn('admin')).get('/probe/undecorated').expect(403);
    });

    it('lets a handler be stricter than its public class', async () => {
      await agent().get('/probe/public').expect(200, 'open');
      await agent().get('/probe/public/but-not-this').expect(303);
      await (await signedIn('board')).get('/probe/public/but-not-this').expect(403);
    });

    it('answers the API with problem details that name the scheme, and pages with the sign-in form', async () => {
      const api = await agent().get('/api/me').expect(401);
      expect(api.headers['content-type']).toMatch(/^application\/problem\+json/);
      expect(api.headers['www-authenticate']).toBe('Bearer realm="Daybook"');
      const there = await agent().get('/probe/form?period=2017-11').expect(303);
      expect(there.headers.location).toBe('/sign-in?next=%2Fprobe%2Fform%3Fperiod%3D2017-11');
      const refused = await (await signedIn('board')).get('/people').expect(403);
      expect(refused.text).toContain('You cannot open this page');
    });
  });

  describe('a session', () => {
    it('begins with a new id, in a cookie that scripts cannot read', async () => {
      await here.pool.query('delete from identity.session');
      const one = agent();
      const first = await enter(one, 'board', DEMO_PASSWORD).expect(303);
      const second = await enter(one, 'board', DEMO_PASSWORD).expect(303);
      const cookies = [first, second].map(({ headers }) => String(headers['set-cookie']));
      expect(cookies[0]).toMatch(/^daybook=.*HttpOnly.*SameSite=Lax/);
      expect(cookies[0]?.split(';')[0]).not.toBe(cookies[1]?.split(';')[0]);
      const { rows } = await here.pool.query(
        `select count(*)::int as n from identity.session where sess->>'userId' = 'board'`,
      );
      expect(rows[0].n).toBe(1);
    });

    it('leaves nothing in the browser’s store for the next person at the machine', async () => {
      const one = await signedIn('board');
      expect((await one.get('/tokens')).headers['cache-control']).toBe('no-store');
      expect((await bearer('demo-board', '/api/me')).headers['cache-control']).toBe('no-store');
    });

    it('leaves no cookie with somebody who only looks', async () => {
      const { headers } = await agent().get('/sign-in').expect(200);
      expect(headers['set-cookie']).toBeUndefined();
    });

    it('ends when the person signs out', async () => {
      const one = await signedIn('board');
      const token = await csrf(one);
      await one.post('/sign-out').type('form').send({ _csrf: 'guessed' }).expect(303);
      await one.get('/tokens').expect(200);
      await one.post('/sign-out').type('form').send({ _csrf: token }).expect(303);
      await one.get('/tokens').expect(303);
    });

    it('ends after twelve hours, whatever happens in it', async () => {
      const one = await signedIn('board');
      here.clock.pass(12 * 60);
      await one.get('/tokens').expect(200);
      here.clock.pass(1);
      await one.get('/tokens').expect(303);
    });

    it('ends when nothing happens in it', async () => {
      const one = await signedIn('board');
      await here.pool.query(`update identity.session set expire = now() - interval '1 second'`);
      await one.get('/tokens').expect(303);
    });

    it('follows a local address only', async () => {
      const local = await enter(agent(), 'board', DEMO_PASSWORD, { next: '/probe/form?a=1' });
      expect(local.headers.location).toBe('/probe/form?a=1');
      for (const next of [
        'https://evil.example/',
        '//evil.example',
        '/\\evil.example',
        '/\t/evil.example',
        'javascript:alert(1)',
        '/..//evil.example',
      ]) {
        const { headers } = await enter(agent(), 'board', DEMO_PASSWORD, { next });
        expect({ next, location: headers.location }).toEqual({ next, location: '/' });
      }
    });
  });

  describe('a wrong password', () => {
    it('is answered like a wrong handle', async () => {
      const wrong = await enter(agent(), 'board', 'not the password').expect(422);
      const nobody = await enter(agent(), 'nobody.here', 'not the password').expect(422);
      const odd = await enter(agent(), "x' or '1'='1\u0000", 'not the password').expect(422);
      for (const { text } of [wrong, nobody, odd])
        expect(text).toContain('The user name or the password is not right. Check both and try again.');
      expect(wrong.text).not.toContain('not the password');
    });

    it('asks to wait after five, for that handle and that address, also to somebody who has the right one', async () => {
      for (let i = 0; i < 5; i += 1) await enter(agent(), 'quality', 'not the password').expect(422);
      const sixth = await enter(agent(), 'quality', DEMO_PASSWORD).expect(429);
      expect(sixth.text).toContain('Wait 15 minutes, then try again.');
      await enter(agent(), 'lead', DEMO_PASSWORD).expect(429);
      here.clock.pass(15);
      await enter(agent(), 'quality', DEMO_PASSWORD).expect(303);
    });

    it('lets no more than five through when they come all at once', async () => {
      const answers = await Promise.all(
        Array.from({ length: 12 }, () => enter(agent(), 'quality', 'not the password')),
      );
      const statuses = answers.map(({ status }) => status).sort();
      expect(statuses.filter((status) => status === 422).length).toBeLessThanOrEqual(5);
      expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(7);
    });

    it('is forgotten once the right one is given', async () => {
      for (let i = 0; i < 4; i += 1) await enter(agent(), 'quality', 'not the password').expect(422);
      await enter(agent(), 'quality', DEMO_PASSWORD).expect(303);
      await enter(agent(), 'quality', 'not the password').expect(422);
      await enter(agent(), 'quality', DEMO_PASSWORD).expect(303);
    });

    it('is not taken from another site', async () => {
      await agent()
        .post('/sign-in')
        .set('Sec-Fetch-Site', 'cross-site')
        .type('form')
        .send({ userId: 'board', password: DEMO_PASSWORD })
        .expect(403);
      await agent()
        .post('/sign-in')
        .set('Origin', 'https://evil.example')
        .type('form')
        .send({ userId: 'board', password: DEMO_PASSWORD })
        .expect(403);
    });
  });

  describe('a form', () => {
    const typed = { rationale: 'Typed for twenty minutes <b>"&', to: 'amber' };

    it('is taken with the token of its session, which is no part of what was typed', async () => {
      const one = await signedIn('lead');
      const answer = await one
        .post('/probe/form')
        .type('form')
        .send({ ...typed, _csrf: await csrf(one) })
        .expect(201);
      expect(answer.body).toEqual({ recorded: typed });
    });

    it.each([
      ['no token', {}],
      ['a wrong token', { _csrf: 'guessed' }],
      ['two tokens', { _csrf: ['a', 'b'] }],
    ])('with %s is not taken, and keeps what was typed', async (_, token) => {
      const one = await signedIn('lead');
      await csrf(one);
      const answer = await one
        .post('/probe/form')
        .set(OWN)
        .type('form')
        .send({ ...typed, ...token })
        .expect(401);
      expect(JSON.parse(hidden(answer.text, 'draft')).fields).toEqual(typed);
    });

    it('whose session ended comes back after signing in, once, and is not sent by itself', async () => {
      const one = await signedIn('lead');
      const token = await csrf(one);
      await here.pool.query('delete from identity.session');
      const ended = await one
        .post('/probe/form')
        .set(OWN)
        .type('form')
        .send({ ...typed, password: 'never kept', _csrf: token, _seen: '3' })
        .expect(401);
      expect(ended.text).toContain('Your session ended. Sign in and we will bring back what you typed.');
      expect(ended.text).not.toContain('never kept');
      const wrong = await enter(one, 'lead', 'not the password', {
        next: hidden(ended.text, 'next'),
        draft: hidden(ended.text, 'draft'),
      }).expect(422);
      const back = await enter(one, 'lead', DEMO_PASSWORD, {
        next: hidden(wrong.text, 'next'),
        draft: hidden(wrong.text, 'draft'),
      }).expect(303);
      expect(back.headers.location).toBe('/probe/form');
      const first = await one.get('/probe/form').expect(200);
      const second = await one.get('/probe/form').expect(200);
      expect([first.body, second.body]).toEqual([{ draft: typed }, { draft: null }]);
    });

    it('returns to the page that held it, where that is another', async () => {
      const one = await signedIn('lead');
      const host = new URL(await here.app.getUrl()).host;
      await here.pool.query('delete from identity.session');
      const ended = await one
        .post('/probe/form')
        .set(OWN)
        .set('Referer', `http://${host}/actions/7?period=2017-11`)
        .type('form')
        .send(typed)
        .expect(401);
      expect(hidden(ended.text, 'next')).toBe('/actions/7?period=2017-11');
    });

    it.each([
      ['from another site', { 'Sec-Fetch-Site': 'cross-site' }, typed],
      ['from a browser that does not say', {}, typed],
      ['with too many fields', OWN, Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`field${i}`, 'x']))],
      ['that is too long', OWN, { rationale: 'x'.repeat(65 * 1024) }],
    ])('%s is not kept', async (_, headers, fields) => {
      const ended = await agent().post('/probe/form').set(headers).type('form').send(fields).expect(401);
      expect(hidden(ended.text, 'draft')).toBe('');
      expect(ended.text).toContain('nothing was recorded');
    });

    it('with a file proves itself after the file is read, and only where a file is expected', async () => {
      const one = await signedIn('performance');
      const token = await csrf(one);
      const send = (path: string, field: string) =>
        one.post(path).field('_csrf', field).field('note', 'x').attach('file', Buffer.from('a,b'), 'a.csv');
      await send('/probe/form/file', 'guessed').expect(401);
      await send('/probe/form/plain-file', token).expect(401);
      const taken = await send('/probe/form/file', token).expect(201);
      expect(taken.body).toEqual({ recorded: { note: 'x' } });
    });

    it('that asks for more than the person may is refused as such', async () => {
      const one = await signedIn('board');
      await one
        .post('/probe/form')
        .type('form')
        .send({ ...typed, _csrf: await csrf(one) })
        .expect(403);
    });
  });

  describe('an access token', () => {
    const issue = async (as: Agent, fields: object): Promise<string> => {
      const { text } = await as
        .post('/tokens')
        .type('form')
        .send({ ...fields, _csrf: await csrf(as) })
        .expect(200);
      return /id="token">([^<]+)</.exec(text)![1]!;
    };

    it('says who acts, by which way, and what they may do', async () => {
      const { body } = await bearer('demo-inspector', '/api/me').expect(200);
      expect(body).toMatchObject({ userId: 'inspector', title: 'Inspector (HMI)', role: 'inspector', via: 'token' });
      expect(body.permissions).toContain('log.read');
      expect(body.permissions).not.toContain('actions.rate');
    });

    it('is shown once and kept only as its hash', async () => {
      const one = await signedIn('quality');
      const secret = await issue(one, { label: 'Spreadsheet' });
      await bearer(secret, '/api/me').expect(200);
      const { rows } = await here.pool.query('select * from identity.tokens where token_hash = $1', [digestOf(secret)]);
      expect(rows).toHaveLength(1);
      expect(JSON.stringify(rows)).not.toContain(secret);
      const list = await one.get('/tokens');
      expect(list.text).toContain('Spreadsheet');
      expect(list.text).not.toContain(secret);
    });

    it('works through its last day in London', async () => {
      const today = here.clock.now().slice(0, 10);
      const secret = await issue(await signedIn('quality'), { label: 'For today', expiresOn: today });
      await bearer(secret, '/api/me').expect(200);
      here.clock.pass(24 * 60);
      await bearer(secret, '/api/me').expect(401);
    });

    it('stops when it is revoked, by page and by REST', async () => {
      const one = await signedIn('quality');
      const secret = await issue(one, { label: 'To be revoked' });
      const action = /action="(\/tokens\/[^"]+\/revoke)"/.exec((await one.get('/tokens')).text)![1]!;
      await one
        .post(action)
        .type('form')
        .send({ _csrf: await csrf(one) })
        .expect(303);
      await bearer(secret, '/api/me').expect(401);

      const made = await agent()
        .post('/api/tokens')
        .set('Authorization', 'Bearer demo-quality')
        .send({ label: 'By REST' })
        .expect(200);
      const { token, tokenId } = made.body as { token: string; tokenId: string };
      await bearer(token, '/api/me').expect(200);
      await agent().delete(`/api/tokens/${tokenId}`).set('Authorization', 'Bearer demo-lead').expect(404);
      await agent().delete(`/api/tokens/${tokenId}`).set('Authorization', 'Bearer demo-quality').expect(204);
      await bearer(token, '/api/me').expect(401);
    });

    it('needs a label that says what it is for', async () => {
      const one = await signedIn('quality');
      const page = await one
        .post('/tokens')
        .type('form')
        .send({ label: ' ', expiresOn: '2018-99-99', _csrf: await csrf(one) })
        .expect(422);
      expect(page.text).toContain('href="#label">Say what the token is for');
      expect(page.text).toContain('value="2018-99-99"');
      const api = await agent().post('/api/tokens').set('Authorization', 'Bearer demo-quality').send({}).expect(422);
      expect(api.body.errors).toMatchObject([{ field: 'label' }]);
    });

    it('that is wrong is not helped out by a session beside it', async () => {
      const one = await signedIn('board');
      await one.get('/api/me').expect(200);
      await one.get('/api/me').set('Authorization', 'Bearer wrong').expect(401);
      await one.get('/api/me').set('Authorization', 'Basic demo-board').expect(401);
      await one.get('/api/me').expect(200);
    });

    it('opens the API and no page', async () => {
      await bearer('demo-board', '/tokens').expect(303);
    });

    it('is not needed for a session, which then proves each change', async () => {
      const one = await signedIn('board');
      await one.post('/api/tokens').send({ label: 'No proof' }).expect(401);
      await one
        .post('/api/tokens')
        .set('X-CSRF-Token', await csrf(one))
        .send({ label: 'Proven' })
        .expect(200);
    });
  });

  describe('people', () => {
    const admin = () => signedIn('admin');
    const post = async (as: Agent, path: string, fields: object) =>
      as
        .post(path)
        .type('form')
        .send({ ...fields, _csrf: await csrf(as) });
    const linkIn = (html: string): string => new URL(/id="link">([^<]+)</.exec(html)![1]!).searchParams.get('token')!;
    const choose = (token: string, password: string) =>
      agent().post('/set-password').set(OWN).type('form').send({ token, password });

    it('get an account and choose their own password, once', async () => {
      const opened = await post(await admin(), '/people', {
        userId: 'duty.manager',
        title: 'Head of <service>',
        role: 'lead',
      });
      expect(opened.status).toBe(200);
      const token = linkIn(opened.text);
      expect((await agent().get(`/set-password?token=${token}`).expect(200)).text).toContain('duty.manager');
      expect((await choose(token, 'too short').expect(422)).text).toContain(
        'Choose a password of at least 12 characters.',
      );
      await choose(token, 'three random words').expect(303);
      await choose(token, 'three other words').expect(404);
      await agent().get(`/set-password?token=${token}`).expect(404);
      await enter(agent(), 'duty.manager', 'three other words').expect(422);
      const one = agent();
      await enter(one, ' Duty.Manager ', 'three random words').expect(303);
      expect((await one.get('/api/me')).body).toMatchObject({
        userId: 'duty.manager',
        title: 'Head of <service>',
        role: 'lead',
      });
      expect((await (await admin()).get('/people')).text).toContain('Head of &lt;service&gt;');
    });

    it('cannot use a link of yesterday, nor one that a newer one replaced', async () => {
      const as = await admin();
      const old = linkIn((await post(as, '/people', { userId: 'a.new', title: 'Board member', role: 'board' })).text);
      const newer = linkIn((await post(as, '/people/a.new/password-link', {})).text);
      await choose(old, 'three random words').expect(404);
      here.clock.pass(24 * 60);
      await choose(newer, 'three random words').expect(404);
    });

    it('end everywhere when the account is closed, at once, and do not come back with the old password', async () => {
      const as = await admin();
      const token = linkIn((await post(as, '/people', { userId: 'leaver', title: 'Team manager', role: 'lead' })).text);
      await choose(token, 'three random words').expect(303);
      const leaver = agent();
      await enter(leaver, 'leaver', 'three random words').expect(303);
      const made = await leaver
        .post('/api/tokens')
        .set('X-CSRF-Token', await csrf(leaver))
        .send({ label: 'Mine' })
        .expect(200);
      const secret = (made.body as { token: string }).token;
      const refused = await post(as, '/people/leaver/close', { why: '' });
      expect(refused.status).toBe(422);
      expect(refused.text).toContain('href="#why">Say why, in at least 5 characters');

      expect((await post(as, '/people/leaver/close', { why: 'Left the council' })).status).toBe(303);
      await leaver.get('/tokens').expect(303);
      await bearer(secret, '/api/me').expect(401);
      await enter(agent(), 'leaver', 'three random words').expect(422);

      const again = linkIn((await post(as, '/people/leaver/reopen', { why: 'Came back' })).text);
      await enter(agent(), 'leaver', 'three random words').expect(422);
      await bearer(secret, '/api/me').expect(401);
      await choose(again, 'four more random words').expect(303);
      await enter(agent(), 'leaver', 'four more random words').expect(303);
    });

    it('are let in by the log alone: an account closed there is shut while its secrets are still in the database', async () => {
      const as = await admin();
      const token = linkIn(
        (await post(as, '/people', { userId: 'half.closed', title: 'Team manager', role: 'lead' })).text,
      );
      await choose(token, 'three random words').expect(303);
      const one = agent();
      await enter(one, 'half.closed', 'three random words').expect(303);
      const kept = await here.pool.query(`select * from identity.passwords where user_id = 'half.closed'`);
      const session = await here.pool.query(`select * from identity.session where sess->>'userId' = 'half.closed'`);
      await post(as, '/people/half.closed/close', { why: 'Left the council' });
      await here.pool.query('insert into identity.passwords values ($1, $2)', [
        kept.rows[0].user_id,
        kept.rows[0].hash,
      ]);
      await here.pool.query('insert into identity.session values ($1, $2, $3)', [
        session.rows[0].sid,
        session.rows[0].sess,
        session.rows[0].expire,
      ]);
      await one.get('/tokens').expect(303);
      await enter(agent(), 'half.closed', 'three random words').expect(422);
    });

    it('act by their new role from the next request on', async () => {
      const as = await admin();
      const token = linkIn((await post(as, '/people', { userId: 'mover', title: 'Team manager', role: 'lead' })).text);
      await choose(token, 'three random words').expect(303);
      const mover = agent();
      await enter(mover, 'mover', 'three random words').expect(303);
      await mover.get('/probe/form').expect(200);
      expect((await post(as, '/people/mover/role', { role: 'quality', title: 'Quality lead' })).status).toBe(303);
      await mover.get('/probe/form').expect(403);
    });

    it('are signed out everywhere when their password is chosen anew', async () => {
      const as = await admin();
      const first = linkIn(
        (await post(as, '/people', { userId: 'forgetful', title: 'Team manager', role: 'lead' })).text,
      );
      await choose(first, 'three random words').expect(303);
      const one = agent();
      await enter(one, 'forgetful', 'three random words').expect(303);
      const second = linkIn((await post(as, '/people/forgetful/password-link', {})).text);
      await choose(second, 'three other words').expect(303);
      await one.get('/tokens').expect(303);
    });

    it('keep one administrator who can manage them', async () => {
      const as = await admin();
      expect((await post(as, '/people/admin/close', { why: 'By mistake' })).text).toContain(
        'Ask another administrator to close your account.',
      );
      expect((await post(as, '/people/admin/role', { role: 'board', title: 'Board' })).text).toContain(
        'Ask another administrator to change your role.',
      );
    });

    it('have handles of their own', async () => {
      const as = await admin();
      const taken = await post(as, '/people', { userId: 'lead', title: 'Somebody else', role: 'board' });
      expect(taken.status).toBe(422);
      expect(taken.text).toContain('href="#userId">The user name lead was given to somebody before. Choose another.');
      expect((await post(as, '/people', { userId: 'Not A Handle', title: '', role: 'king' })).text).toMatch(
        /href="#userId">Enter a user name.*href="#title">Enter a title.*href="#role">Choose a role/s,
      );
      await as.get('/people/nobody.here').expect(404);
    });

    it('are listed as they were known at a moment, and changed only now', async () => {
      const as = await admin();
      const THEN = 'knownAt=2018-01-16T12:00:00Z';
      expect((await post(as, '/people', { userId: 'newcomer', title: 'Duty manager', role: 'lead' })).status).toBe(200);
      expect((await as.get('/people').expect(200)).text).toContain('>newcomer</a>');
      const then = (await as.get(`/people?${THEN}`).expect(200)).text;
      expect(then).not.toContain('newcomer');
      expect(then).toContain('>lead</a>');
      expect(then).not.toContain('Open the account');
      await as.get(`/people/newcomer?${THEN}`).expect(404);
      expect((await as.get(`/people/lead?${THEN}`).expect(200)).text).not.toContain('Close the account');
      const { body } = await bearer('demo-admin', `/api/people?${THEN}`).expect(200);
      expect((body as { userId: string }[]).map(({ userId }) => userId)).not.toContain('newcomer');
    });

    it.each(['/tokens', '/operations'])('%s has no past, and says so', async (path) => {
      const as = await admin();
      const then = (await as.get(`${path}?knownAt=2018-01-16T12:00`).expect(200)).text;
      expect(then).toContain('This page is about now, not about 16 January 2018 at 12:00.');
      expect(then).not.toContain('You are looking at what was known');
    });

    it('are managed over REST too', async () => {
      const send = (path: string, body: object) =>
        agent().post(path).set('Authorization', 'Bearer demo-admin').send(body);
      const opened = await send('/api/people', { userId: 'by.rest', title: 'Board member', role: 'board' }).expect(200);
      const { passwordLink } = opened.body as { passwordLink: string };
      await choose(new URL(passwordLink).searchParams.get('token')!, 'three random words').expect(303);
      await send('/api/people/by.rest/role', { role: 'quality', title: 'Quality lead' }).expect(204);
      await send('/api/people/by.rest/close', { why: 'Left the council' }).expect(204);
      await send('/api/people/by.rest/reopen', { why: 'Came back' }).expect(200);
      await send('/api/people/by.rest/password-link', {}).expect(200);
      const list = await bearer('demo-admin', '/api/people').expect(200);
      expect(list.body).toContainEqual({ userId: 'by.rest', title: 'Quality lead', role: 'quality', status: 'open' });
      await send('/api/people', { userId: 'by.rest2', title: 'x', role: 'board', extra: 1 }).expect(422);
      await agent().get('/api/people').set('Authorization', 'Bearer demo-lead').expect(403);
    });
  });

  it('seeds its accounts once, and leaves alone what was changed since', async () => {
    const before = await here.log();
    await seedDemoAccounts(here.app);
    expect(await here.log()).toEqual(before);
  });

  it('tells the demonstration’s handles and password on its sign-in page', async () => {
    const { text } = await agent().get('/sign-in').expect(200);
    for (const role of ROLES) expect(text).toContain(`<li>${role}</li>`);
    expect(text).toContain(DEMO_PASSWORD);
  });

  it('has put no secret into the log', async () => {
    const log = await here.log();
    const { rows: kept } = await here.pool.query(`
      select hash as secret from identity.passwords union select token_hash from identity.tokens
      union select token_hash from identity.setup_links union select value from identity.settings
      union select sid from identity.session`);
    const text = JSON.stringify(log.map(({ position, ...event }) => ({ ...event, position: String(position) })));
    expect(log.length).toBeGreaterThan(50);
    expect(kept.length).toBeGreaterThan(20);
    const typed = [DEMO_PASSWORD, 'three random words', 'argon2', ...ROLES.map((role) => `demo-${role}`)];
    for (const secret of [...typed, ...kept.map((row) => String(row.secret))]) expect(text).not.toContain(secret);
  });
});

describe('the first run in live mode', () => {
  let live: IdentityApp;
  const tokenOf = (link: string | null): string => new URL(link!, 'http://localhost').searchParams.get('token')!;
  const first = { userId: 'systems.admin', title: 'Systems administrator', password: 'three random words' };
  const setUp = (token: string, more: object = {}) =>
    live
      .agent()
      .post('/set-up')
      .set(OWN)
      .type('form')
      .send({ token, ...first, ...more });

  beforeAll(async () => {
    live = await startIdentity({ DAYBOOK_MODE: 'live', COUNCIL: 'Anytown Council' });
  });
  afterAll(() => live.stop());

  it('has no account that anybody could guess', async () => {
    await expect(seedDemoAccounts(live.app)).rejects.toThrow('DAYBOOK_MODE=demo only');
    for (const role of ROLES) {
      await live.pool.query('delete from identity.failed_sign_ins');
      await enter(live.agent(), role, DEMO_PASSWORD).expect(422);
      await live.agent().get('/api/me').set('Authorization', `Bearer demo-${role}`).expect(401);
    }
    expect((await live.agent().get('/sign-in')).text).not.toContain(DEMO_PASSWORD);
  });

  it('opens one account by a link that works once, for a day, and only the newest', async () => {
    const older = tokenOf(await firstRunLink(live.app));
    const late = tokenOf(await firstRunLink(live.app));
    await setUp(older).expect(404);
    live.clock.pass(24 * 60);
    await setUp(late).expect(404);
    const token = tokenOf(await firstRunLink(live.app));
    await live.agent().get(`/set-up?token=${token}`).expect(200);
    await live.agent().get('/set-up').expect(404);
    await live.agent().get(`/set-password?token=${token}`).expect(404);

    const wrong = await setUp(token, { userId: 'three-random-words', password: 'three-random-words' }).expect(422);
    expect(wrong.text).toContain('href="#password">Choose a password that is not your user name.');
    expect(wrong.text).toContain('value="Systems administrator"');
    await setUp(token, { title: '' }).expect(422);

    const both = await Promise.all([setUp(token), setUp(token, { userId: 'somebody.else' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 404]);
    const opened = (await live.log()).filter(({ type }) => type === 'AccountOpened');
    expect(opened.map(({ data }) => data.role)).toEqual(['admin']);
    expect(await firstRunLink(live.app)).toBeNull();
    await live.agent().get(`/set-up?token=${token}`).expect(404);
  });
});
