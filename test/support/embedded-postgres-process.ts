// A process of its own that holds an embedded server, so that a spec can end it in every way that people do.
// It tells its parent `{ url, pid }` or `{ refused }`, and on Ctrl-C or SIGTERM `{ answered }` before it stops.
import pg from 'pg';
import { findBinaries } from '../../src/event-store/embedded/binaries.js';
import { dataFolder } from '../../src/event-store/embedded/data-folder.js';
import { startEmbeddedPostgres } from '../../src/event-store/embedded/index.js';
import { launch } from '../../src/event-store/embedded/launch.js';
import { serverUser } from '../../src/event-store/embedded/user.js';

const [dataDir = '', manner = 'durable'] = process.argv.slice(2);
const tell = (message: object) => new Promise((resolve) => process.send?.(message, resolve));

async function hold(): Promise<void> {
  const server = await startEmbeddedPostgres({
    dataDir,
    durable: manner === 'durable',
    disposable: manner === 'disposable',
  });
  const leave = async () => {
    const client = new pg.Client({ connectionString: server.url() });
    await client.connect();
    const { rows } = await client.query<{ answered: boolean }>('select true as answered');
    await client.end();
    await server.stop();
    await tell(rows[0] ?? {});
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void leave());
  await tell({ url: server.url(), pid: server.pid });
}

/** A server whose guard has gone too: nobody stops it when this process is killed. */
async function holdUnguarded(): Promise<void> {
  const { home, cluster } = dataFolder(dataDir);
  const user = serverUser(home);
  const launched = await launch({
    ...{ binaries: findBinaries(dataDir, user), user, cluster, durable: true },
    guard: { watch: () => undefined, dismiss: () => undefined },
    log: () => undefined,
  });
  if ('server' in launched) await tell({ url: '', pid: launched.server.pid });
}

try {
  await (manner === 'unguarded' ? holdUnguarded() : hold());
} catch (error) {
  await tell({ refused: error instanceof Error ? error.message : String(error) });
  process.exit(1);
}
