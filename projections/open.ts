import 'reflect-metadata';
import { ConsoleLogger, Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { readConfig, type Config } from '../src/app.config.js';
import { knock } from '../src/event-store/door.js';
import { startEmbeddedPostgres } from '../src/event-store/embedded/index.js';
import { runningPostgres } from '../src/event-store/embedded/running.js';
import { EventStoreModule } from '../src/event-store/event-store.module.js';
import { EventStore } from '../src/event-store/event-store.port.js';
import { ReadSideModule } from './read-side.module.js';

/** The log and the read models, without pages: what the programs of this room work with. */
export type ReadSide = Readonly<{
  app: INestApplicationContext;
  db: DataSource;
  store: EventStore;
  databaseUrl: string;
  /** Whether the log leaves no position out, so that one that is missing was taken from it. */
  gapless: boolean;
  close: () => Promise<void>;
}>;

@Module({})
class Program {}

/** @throws Error in words, when the database cannot be reached or the environment is incomplete. */
export const openReadSide = async (env: NodeJS.ProcessEnv, { runner }: { runner: boolean }): Promise<ReadSide> => {
  const config = readConfig(env);
  const database = await reach(config);
  const imports = [
    EventStoreModule.forRoot({ databaseUrl: database.url, eventStoreUrl: config.eventStoreUrl }),
    ReadSideModule.with({ databaseUrl: database.url, runner }),
  ];
  try {
    await knock(database.url, config.eventStoreUrl);
    const app = await NestFactory.createApplicationContext(
      { module: Program, imports },
      {
        logger: new ConsoleLogger({ json: config.mode === 'live', logLevels: ['error', 'warn'] }),
        abortOnError: false,
      },
    );
    const close = () => app.close().then(() => database.stop());
    const gapless = config.eventStoreUrl === null;
    return { app, db: app.get(DataSource), store: app.get(EventStore), databaseUrl: database.url, gapless, close };
  } catch (error) {
    await database.stop();
    throw error;
  }
};

/** The one that is configured, else the one of a Daybook that is running on the data folder, else our own. */
const reach = async ({ databaseUrl, dataDir }: Config): Promise<{ url: string; stop: () => Promise<void> }> => {
  const url = databaseUrl ?? runningPostgres(dataDir);
  if (url) return { url, stop: () => Promise.resolve() };
  const embedded = await startEmbeddedPostgres({ dataDir, durable: true });
  return { url: embedded.url(), stop: () => embedded.stop() };
};
