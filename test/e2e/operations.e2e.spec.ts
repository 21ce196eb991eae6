import pg from 'pg';
import request from 'supertest';
import { Projections } from '../../projections/kit/projections.service.js';
import { projections } from '../../projections/projections.js';
import { EventStore } from '../../src/event-store/event-store.port.js';
import { may } from '../../src/identity/permissions.js';
import { ROLES } from '../../src/kernel/role.js';
import { Rates } from '../../src/web/operations/rates.js';
import { startDemo, type Daybook } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { signIn, words } from '../support/visitor.js';

describe('operations', () => {
  let daybook: Daybook;
  let head: number;

  beforeAll(async () => {
    daybook = await startDemo();
    const position = await daybook.app.get(EventStore).head();
    await daybook.app.get(Projections).waitFor(position);
    head = Number(position);
  });
  afterAll(() => daybook.stop());

  const sql = async (statement: string) => {
    const client = new pg.Client({ connectionString: daybook.databaseUrl });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  const read = () => daybook.as('admin').get('/api/operations').expect(200);
  const value = (text: string, series: string) =>
    Number(
      text
        .split('\n')
        .find((line) => line.startsWith(`${series} `))
        ?.split(' ')
        .at(-1),
    );

  it.each(ROLES)('are open to %s as the table of permissions says', async (role) => {
    const expected = may(role, 'operations.read') ? 200 : 403;
    for (const path of ['/api/operations', '/metrics']) await daybook.as(role).get(path).expect(expected);
    const reader = await signIn(daybook.url, role);
    await reader.open('/operations').expect(expected);
    expect((await reader.open('/plan')).text.includes('href="/operations"')).toBe(expected === 200);
  });

  it.each(['/api/operations', '/metrics'])('ask nobody in by %s without a token', (path) =>
    request(daybook.url).get(path).expect(401),
  );

  it('say of each projection its question, where it stands and that it runs', async () => {
    const { body } = await read();
    expect(body.log).toEqual({ position: head, recordedAt: expect.stringMatching(/Z$/) });
    // How fast it is, the next but one asks: whether that is known yet depends on how long the start took.
    const standings = body.projections.map(({ eventsPerSecond: _, ...standing }: Record<string, unknown>) => standing);
    expect(standings).toEqual(
      projections.map(({ name, answers, table }) => ({
        name,
        answers,
        version: table.version,
        state: 'running',
        position: head,
        lag: { events: 0, more: false, seconds: 0 },
        built: null,
        failure: null,
      })),
    );
  });

  it('are a page in words, with a name on every state', async () => {
    const admin = await signIn(daybook.url, 'admin');
    const { text } = await admin.open('/operations').expect(200);
    expect(words(text)).toContain(`All ${projections.length} are running and up to date.`);
    expect(words(text)).toContain('Who changed what, when, why, and from where? Running');
  });

  it('are numbers for Prometheus, requests among them by the pattern of their route', async () => {
    await daybook.as('admin').get('/api/actions/6a4a4a9c-0d2b-5e8f-9a51-0f6f5d7c1a02');
    const { text, headers } = await daybook.as('admin').get('/metrics').expect(200);
    expect(headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(value(text, 'daybook_log_position')).toBe(head);
    for (const { name } of projections) {
      expect(value(text, `daybook_projection_position{projection="${name}"}`)).toBe(head);
      expect(value(text, `daybook_projection_lag_events{projection="${name}"}`)).toBe(0);
      expect(value(text, `daybook_projection_running{projection="${name}"}`)).toBe(1);
    }
    expect(value(text, 'process_resident_memory_bytes')).toBeGreaterThan(0);
    expect(text).toMatch(
      /http_request_duration_seconds_count\{method="GET",route="\/api\/actions\/:actionId",status="404"\} 1/,
    );
    expect(text).not.toContain('6a4a4a9c-0d2b-5e8f-9a51-0f6f5d7c1a02');
  });

  it('count the events that are appended, and those that each projection takes', async () => {
    const appended = async () =>
      value((await daybook.as('admin').get('/metrics').expect(200)).text, 'daybook_events_appended_total');
    const before = await appended();
    const rates = new Rates(daybook.app.get(Projections));
    await rates.sample(0);
    const { body } = await daybook.as('lead').get('/api/actions').expect(200);
    for (const note of ['One more', 'And another', 'And the last'])
      await daybook.as('lead').post(`/api/actions/${body[0].actionId}/notes`, { note, asAt: '2018-01' }).expect(200);
    await rates.sample(2_000);
    expect(['audit-trail', 'action-board', 'council'].map((name) => rates.of(name))).toEqual([1.5, 1.5, 0]);
    await eventually(async () => (await appended()) >= before + 3);
    expect(await appended()).toBe(before + 3);
  });

  it('name what has stopped and what is being built', async () => {
    await sql(`update read.bookmarks set failure = '{"position":"7","type":"PlanAdopted","message":"m"}' where projection = 'subjects';
      update read.bookmarks set build_until = position * 4 where projection = 'council'`);
    const states = new Map((await read()).body.projections.map((p: { name: string }) => [p.name, p]));
    expect(states.get('subjects')).toMatchObject({ state: 'stopped', failure: { position: 7, type: 'PlanAdopted' } });
    expect(states.get('council')).toMatchObject({ state: 'rebuilding', built: 25 });
    const admin = await signIn(daybook.url, 'admin');
    const { text: page } = await admin.open('/operations').expect(200);
    expect(words(page)).toContain(`1 of ${projections.length} need attention.`);
    expect(words(page)).toContain('Stopped at event 7 (PlanAdopted).');
    expect(words(page)).toContain('The council is being rebuilt, 25 %.');
  });
});
