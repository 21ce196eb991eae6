import request from 'supertest';
import { createApp } from '../../src/app.js';
import { readConfig } from '../../src/app.config.js';
import { EventStore } from '../../src/event-store/event-store.port.js';
import { prepare } from '../../src/prepare.js';
import { startDemo, type Daybook } from '../support/app.js';
import { freshDatabase } from '../support/database.js';
import { EventStoreDouble } from '../support/eventstoredb/double.js';
import { collect } from './event-store.support.js';

describe('the whole application with its log in EventStoreDB', () => {
  let onPostgres: Daybook;
  beforeAll(async () => {
    onPostgres = await startDemo();
  });
  afterAll(() => onPostgres.stop());

  it('shows what it shows with its log in PostgreSQL, now and as it was known', async () => {
    const double = await new EventStoreDouble().start();
    const database = await freshDatabase();
    const env = { DAYBOOK_MODE: 'demo', EVENT_STORE: 'eventstoredb', EVENTSTORE_URL: double.connectionString };
    const config = readConfig(env);
    const app = await createApp(config, database.url);
    await prepare(app, config);
    await app.listen(0, '127.0.0.1');
    const there = await app.getUrl();

    const ask = async (url: string, path: string): Promise<unknown> => {
      const { body, status } = await request(url).get(path).set('Authorization', 'Bearer demo-board');
      expect([path, status]).toEqual([path, 200]);
      return withoutPlaces(body);
    };
    for (const path of [
      '/api/dashboard',
      '/api/dashboard?knownAt=2017-12-01T09:00:00.000Z',
      '/api/actions',
      '/api/plan',
    ])
      expect(await ask(there, path)).toEqual(await ask(onPostgres.url, path));

    const nowhere = await request(there)
      .get('/api/events?after=1')
      .set('Authorization', 'Bearer demo-board')
      .expect(422);
    expect(nowhere.body).toMatchObject({ errors: [{ field: 'after', code: 'no-such-position' }] });

    // Streams are told side by side when the sample is loaded: their order among each other is nobody's promise.
    const told = async (one: typeof app) =>
      (await collect(one.get<EventStore>(EventStore).readAll(0n)))
        .map(({ type, revision }) => `${type} ${revision}`)
        .sort();
    expect(await told(app)).toEqual(await told(onPostgres.app));
    await app.close();
    await database.drop();
    double.stop();
  }, 180_000);
});

/** Positions differ between the two logs, and ids made by chance between any two starts. */
const withoutPlaces = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, part: unknown) => (/position|^id$|Id$|recordedAt/i.test(key) ? undefined : part)),
  );
