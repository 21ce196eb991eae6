import type { NestExpressApplication } from '@nestjs/platform-express';
import pg from 'pg';
import request from 'supertest';
import { readConfig, type Config } from '../../src/app.config.js';
import { createApp } from '../../src/app.js';
import type { Role } from '../../src/kernel/role.js';
import { prepare } from '../../src/prepare.js';
import { freshDatabase, onServer, serverUrl, type FreshDatabase } from './database.js';
import { EventStoreDouble } from './eventstoredb/double.js';

export type Daybook = Readonly<{
  app: NestExpressApplication;
  /** Where it listens. */
  url: string;
  databaseUrl: string;
  /** REST as somebody of that role, by the demo's token. */
  as: (role: Role) => { get: (path: string) => request.Test; post: (path: string, body?: object) => request.Test };
  stop: () => Promise<void>;
}>;

const TEMPLATE = 'daybook_demo_template';
const config: Config = readConfig({ DAYBOOK_MODE: 'demo' });

/** `TEST_LOG=eventstoredb` runs the same specs with the log in a double of that server instead of PostgreSQL. */
const elsewhere = process.env.TEST_LOG === 'eventstoredb';

/** The whole application on a database of its own, with the sample authority loaded; `way` leads it there by a detour. */
export const startDemo = async (env: NodeJS.ProcessEnv = {}, way = (url: string) => url): Promise<Daybook> => {
  if (elsewhere) return startOnDouble({ DAYBOOK_MODE: 'demo', ...env });
  await ensureTemplate();
  return listen(await freshDatabase(TEMPLATE), readConfig({ DAYBOOK_MODE: 'demo', ...env }), way);
};

const startOnDouble = async (env: NodeJS.ProcessEnv): Promise<Daybook> => {
  const double = await new EventStoreDouble().start();
  const using = readConfig({ ...env, EVENT_STORE: 'eventstoredb', EVENTSTORE_URL: double.connectionString });
  const daybook = await listen(await freshDatabase(), using);
  const stop = async () => {
    await daybook.stop();
    double.stop();
  };
  return { ...daybook, stop };
};

const listen = async (database: FreshDatabase, using: Config, way = (url: string) => url): Promise<Daybook> => {
  const app = await createApp(using, way(database.url));
  await prepare(app, using);
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const as: Daybook['as'] = (role) => ({
    get: (path) => request(url).get(path).set('Authorization', `Bearer demo-${role}`),
    post: (path, body) => {
      const sent = request(url).post(path).set('Authorization', `Bearer demo-${role}`);
      return body ? sent.send(body) : sent;
    },
  });
  const stop = async () => {
    await app.close();
    await database.drop();
  };
  return { app, url, databaseUrl: database.url, as, stop };
};

/** The sample authority is loaded once a run; every spec gets a copy of that database. */
const ensureTemplate = async (): Promise<void> => {
  const client = new pg.Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(hashtext('${TEMPLATE}'))`);
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [TEMPLATE]);
    if (rows.length > 0) return;
    const database = await freshDatabase();
    const app = await createApp(config, database.url);
    await prepare(app, config);
    await app.close();
    await onServer(`alter database ${new URL(database.url).pathname.slice(1)} rename to ${TEMPLATE}`);
  } finally {
    await client.end();
  }
};
