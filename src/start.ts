import { readConfig, type Config } from './app.config.js';
import { createApp } from './app.js';
import { startEmbeddedPostgres, stopWithParent } from './event-store/embedded/index.js';
import { knock } from './event-store/door.js';
import { requireFreePort } from './free-port.js';
import { prepare } from './prepare.js';

/** Database, app, first facts, then the door opens. Every failure is one sentence and exit code 1. */
export const start = async (env: NodeJS.ProcessEnv): Promise<void> => {
  try {
    const config = readConfig(env);
    await requireFreePort(config);
    const database = await openDatabase(config);
    const opening = knock(database.url, config.eventStoreUrl).then(() => createApp(config, database.url));
    const app = await opening.catch(async (error: unknown) => {
      await database.stop();
      throw error;
    });
    let closing: Promise<void> | null = null;
    const close = () => (closing ??= app.close().then(() => database.stop()));
    const stop = () => void close().then(() => process.exit(0));
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
    stopWithParent(stop);
    try {
      const greeting = await prepare(app, config);
      await app.listen(config.port, config.host);
      console.log(greeting(await app.getUrl()));
    } catch (error) {
      await close();
      throw error;
    }
  } catch (error) {
    console.error(`Daybook did not start. ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  }
};

const openDatabase = async ({ databaseUrl, dataDir }: Config): Promise<{ url: string; stop: () => Promise<void> }> => {
  if (databaseUrl) return { url: databaseUrl, stop: () => Promise.resolve() };
  const embedded = await startEmbeddedPostgres({ dataDir, durable: true });
  return { url: embedded.url(), stop: () => embedded.stop() };
};
