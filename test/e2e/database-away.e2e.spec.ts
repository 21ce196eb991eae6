import { onServer, serverUrl } from '../support/database.js';
import { startDemo, type Daybook } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { signIn, words, type Visitor } from '../support/visitor.js';
import { proxyTo, type Proxy } from '../contract/event-store.proxy.js';

const AWAY = 'No PostgreSQL answers. Start it, or correct DATABASE_URL.';
const READ_ONLY =
  'The database is read-only, so nothing can be recorded. Set DATABASE_URL to the primary server, or make the database writable.';
const FOR_EVER = Number.MAX_SAFE_INTEGER;

/** What people and those who watch over the service are told while it runs; each time it goes on by itself. */
describe('a database that stops working under a running Daybook', () => {
  let proxy: Proxy;
  let daybook: Daybook;
  let reader: Visitor;
  let actionId: string;

  beforeAll(async () => {
    const { hostname, port } = new URL(serverUrl());
    proxy = await proxyTo(hostname, Number(port));
    daybook = await startDemo({}, (url) => Object.assign(new URL(url), { port: String(proxy.port) }).href);
    reader = await signIn(daybook.url, 'lead');
    const { body } = await daybook.as('lead').get('/api/actions').expect(200);
    actionId = body[0].actionId;
  });
  afterAll(async () => {
    await daybook.stop();
    await proxy.close();
  });

  const note = (text: string) =>
    daybook.as('lead').post(`/api/actions/${actionId}/notes`, { note: text, asAt: '2018-01-16' });
  const health = () => daybook.as('board').get('/health');
  const well = () => eventually(async () => (await health()).status === 200);
  const unavailable = (says: string) => ({
    type: 'urn:daybook:problem:unavailable',
    status: 503,
    detail: `Tell your administrator: ${says}`,
  });

  describe('because nobody answers any more', () => {
    beforeAll(() => void proxy.turnAway(FOR_EVER));
    afterAll(() => proxy.turnAway(1));

    it('is said to whoever wants to record, read or open a page', async () => {
      expect((await note('In vain').expect(503)).body).toMatchObject(unavailable(AWAY));
      expect((await daybook.as('lead').get('/api/actions').expect(503)).body).toMatchObject(unavailable(AWAY));
      expect((await reader.open('/plan').expect(503)).text).toContain(AWAY);
    });

    it('is said on /health', async () => {
      const { body } = await health().expect(503);
      const down = { status: 'down', message: AWAY };
      expect(body.error).toEqual({ log: down, projections: down });
    });
  });

  it('goes on when it answers again', async () => {
    await well();
    await note('Answers again').expect(200);
    expect(words((await reader.open(`/actions/${actionId}`).expect(200)).text)).toContain('Answers again');
  });

  describe('because it became read-only', () => {
    const become = async (setting: 'on' | 'off') => {
      const name = new URL(daybook.databaseUrl).pathname.slice(1);
      await onServer(`alter database ${name} set default_transaction_read_only = ${setting}`);
      proxy.cut();
    };
    beforeAll(() => become('on'));
    afterAll(() => become('off'));

    it('is said to whoever wants to record; everything can be read', async () => {
      await eventually(async () => (await daybook.as('lead').get('/api/actions')).status === 200);
      expect((await note('Read only').expect(503)).body).toMatchObject(unavailable(READ_ONLY));
      const { body } = await daybook.as('lead').get(`/api/actions/${actionId}`).expect(200);
      expect(body.lastNote).toBe('Answers again');
    });

    it('is said on the page that a sent form leads to', async () => {
      const form = await reader.form(`/actions/${actionId}/note`);
      const { text } = await form.send({ note: 'Typed in vain', asAt: '2018-01-16' }).expect(503);
      expect(words(text)).toContain(`Daybook cannot do this at the moment Tell your administrator: ${READ_ONLY}`);
    });
  });

  it('goes on when it can be written again', async () => {
    await well();
    await note('Written again').expect(200);
    const { body } = await daybook.as('lead').get(`/api/actions/${actionId}`).expect(200);
    expect(body.lastNote).toBe('Written again');
  });
});
