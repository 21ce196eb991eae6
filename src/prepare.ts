import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Council } from '../projections/council/query.js';
import { Projections } from '../projections/kit/projections.service.js';
import type { Config } from './app.config.js';
import { fill } from './event-store/command/fill.js';
import { EventStore } from './event-store/event-store.port.js';
import { OpenDaybook } from './governance/daybook/commands.js';
import { seedDemoAccounts } from './identity/demo-accounts.js';
import { firstRunLink } from './identity/first-run.js';
import { Clock } from './kernel/clock.js';
import { newId } from './kernel/identifiers.js';
import { Readiness } from './web/health/readiness.js';
import { DemoClock } from './demo/demo-clock.js';
import { demoGreeting, liveGreeting } from './demo/greeting.js';
import { SampleAuthority } from './demo/load-sample-authority.js';
import { london } from './demo/story/moment.js';

const LONGEST_WAIT_MS = 120_000;
/** The day the judgement was published: the sample authority's log begins then. */
const DEMO_BEGINS = london('2017-07-07', '09:00');

const open = (app: NestExpressApplication, { mode, council }: Config): Promise<unknown> => {
  const sender = { actor: { userId: 'daybook', role: 'system' as const }, source: 'daybook', correlationId: newId() };
  return app.get(CommandBus).execute(fill(OpenDaybook, { mode, council }).by(sender));
};

const prepareDemo = async (app: NestExpressApplication, config: Config): Promise<void> => {
  const clock = app.get<Clock>(Clock);
  const sample = app.get(SampleAuthority);
  const loaded = await sample.isLoaded();
  try {
    if (!loaded && clock instanceof DemoClock) clock.set(DEMO_BEGINS);
    await open(app, config);
    await seedDemoAccounts(app);
    if (!loaded) await sample.load();
  } finally {
    if (clock instanceof DemoClock) clock.release();
  }
};

/**
 * Everything between an empty database and an open door: the log is opened in its mode, a demonstration gets its
 * accounts and its past, and the figures have caught up.
 * @returns what to print, given the address. @throws Refusal when the log belongs to the other mode
 */
export const prepare = async (app: NestExpressApplication, config: Config): Promise<(url: string) => string> => {
  if (config.mode === 'demo') await prepareDemo(app, config);
  else await open(app, config);
  const head = await app.get<EventStore>(EventStore).head();
  app.get(Readiness).require(head);
  if (config.runner) await app.get(Projections).waitFor(head, LONGEST_WAIT_MS);
  // What was just recorded: a worker may not have projected it yet.
  const name = config.council ?? (await app.get(QueryBus).execute(new Council())).name;
  if (config.mode === 'demo') return (url) => demoGreeting(name, url);
  const link = await firstRunLink(app);
  return (url) => liveGreeting(name, config.publicUrl ?? url, link);
};
