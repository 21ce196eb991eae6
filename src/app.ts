import 'reflect-metadata';
import { ConsoleLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Config } from './app.config.js';
import { AppModule } from './app.module.js';
import { DemoClock } from './demo/demo-clock.js';
import { useSessions } from './identity/sessions.js';
import { LARGEST_FILE } from './importers/file/text.js';
import { SystemClock } from './kernel/clock.js';
import { describeApi } from './web/api-docs.js';
import { secure } from './web/security.js';
import { serveAssets } from './web/shell/assets.js';
import { templates } from './web/shell/templates.js';

const LARGEST_BODY = '256kb';

/** The whole application, ready to listen. */
export const createApp = async (config: Config, databaseUrl: string): Promise<NestExpressApplication> => {
  const clock = config.mode === 'demo' ? new DemoClock() : new SystemClock();
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with({ config, databaseUrl, clock }), {
    logger: new ConsoleLogger({ json: config.mode === 'live', logLevels: ['error', 'warn'] }),
    bodyParser: false,
    abortOnError: false,
  });
  app.enableShutdownHooks();
  return furnish(app, config);
};

/** What every request passes before it reaches a route, in this order. The tests have this one too: there is no other. */
export const furnish = async (app: NestExpressApplication, config: Config): Promise<NestExpressApplication> => {
  app.set('trust proxy', config.proxies);
  secure(app, config);
  serveAssets(app);
  app.useBodyParser('json', { limit: LARGEST_BODY });
  app.useBodyParser('urlencoded', { limit: LARGEST_BODY, extended: false });
  app.useBodyParser('raw', { type: 'text/csv', limit: LARGEST_FILE });
  useSessions(app);
  templates().express(app.getHttpAdapter().getInstance() as object);
  app.set('json replacer', (_key: string, value: unknown) => (typeof value === 'bigint' ? Number(value) : value));
  describeApi(app);
  await app.init();
  return app;
};
