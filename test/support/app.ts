import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { readConfig } from '../../src/app.config.js';
import { createApp } from '../../src/app.js';
import type { Role } from '../../src/kernel/role.js';
import { prepare } from '../../src/prepare.js';
import { furnishedPlace, type Place } from './place.js';

export type Daybook = Readonly<{
  app: NestExpressApplication;
  /** Where it listens. */
  url: string;
  databaseUrl: string;
  place: Place;
  /** REST as somebody of that role, by the demo's token. */
  as: (role: Role) => { get: (path: string) => request.Test; post: (path: string, body?: object) => request.Test };
  stop: () => Promise<void>;
}>;

/** The whole application in a place of its own, with the sample authority loaded; `way` leads it there by a detour. */
export const startDemo = async (env: NodeJS.ProcessEnv = {}, way = (url: string) => url): Promise<Daybook> => {
  const place = await furnishedPlace(async (template) => (await open(template)).close());
  const app = await open({ ...place, databaseUrl: way(place.databaseUrl) }, env);
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
    await place.drop();
  };
  return { app, url, databaseUrl: place.databaseUrl, place, as, stop };
};

const open = async ({ databaseUrl, env }: Place, more: NodeJS.ProcessEnv = {}): Promise<NestExpressApplication> => {
  const config = readConfig({ DAYBOOK_MODE: 'demo', ...env, ...more });
  const app = await createApp(config, databaseUrl);
  await prepare(app, config);
  return app;
};
