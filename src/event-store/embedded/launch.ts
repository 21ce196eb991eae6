import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Binaries } from './binaries.js';
import { seenFromInside, serverEnvironment } from './environment.js';
import type { Guard } from './guard.js';
import { ownerSetting } from './occupancy.js';
import type { ServerUser } from './user.js';

export type Server = ChildProcessByStdio<null, null, Readable>;
export type Running = Readonly<{ server: Server; port: number }>;
/** `taken`: the port or the folder was taken in between, so it is worth another try. */
export type Launched = Running | Readonly<{ taken: string }>;

export type Launch = Readonly<{
  binaries: Binaries;
  user: ServerUser;
  cluster: string;
  durable: boolean;
  guard: Guard;
  log: (line: string) => void;
}>;

const PATIENCE_MS = 60_000;
const READY = 'database system is ready to accept connections';
const TAKEN = /Address already in use|lock file "postmaster.pid" already exists|shared memory block .* still in use/;
const CARELESS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** Resolves when the server accepts connections. @throws Error with the server's last words when it will not start. */
export async function launch({ binaries, user, cluster, durable, guard, log }: Launch): Promise<Launched> {
  const port = await freePort();
  const settings = [
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
    'max_connections=200',
    ownerSetting(),
  ];
  const server = spawn(
    binaries.postgres,
    [
      ...['-D', seenFromInside(cluster, user), '-p', String(port), '-h', '127.0.0.1'],
      ...[...settings, ...(durable ? [] : CARELESS)].flatMap((setting) => ['-c', setting]),
    ],
    // In a group of its own: Ctrl-C must not stop it before the app has closed its connections.
    { ...user, cwd: cluster, env: serverEnvironment(), detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  if (server.pid !== undefined) guard.watch(server.pid);
  const trouble = await untilReady(server, log);
  if (trouble === null) return { server, port };
  if (TAKEN.test(trouble)) return { taken: trouble };
  throw new Error(`The database did not start. It said:\n${trouble}`);
}

/** Asks the server to close every connection and end, and insists when it does not. */
export async function stopServer(server: Server): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.ref();
  const gone = new Promise((resolve) => server.once('exit', resolve));
  const insist = setTimeout(() => server.kill('SIGQUIT'), PATIENCE_MS);
  server.kill('SIGINT');
  await gone;
  clearTimeout(insist);
}

function untilReady(server: Server, log: (line: string) => void): Promise<string | null> {
  return new Promise((resolve) => {
    let said = '';
    createInterface({ input: server.stderr }).on('line', (line) => {
      said = `${said}${line}\n`.slice(-20_000);
      log(line);
      if (line.includes(READY)) resolve(null);
    });
    server.once('error', (error) => resolve(error.message));
    server.once('close', () => resolve(said));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
