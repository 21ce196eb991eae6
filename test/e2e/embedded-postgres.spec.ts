import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { findBinaries } from '../../src/event-store/embedded/binaries.js';
import { dataFolder } from '../../src/event-store/embedded/data-folder.js';
import { serverEnvironment } from '../../src/event-store/embedded/environment.js';
import { startEmbeddedPostgres } from '../../src/event-store/embedded/index.js';
import { giveTo, serverUser } from '../../src/event-store/embedded/user.js';
import { startUnder, forkScript, until, untilGone, type Forked } from '../support/processes.js';

type Held = Forked & Readonly<{ url: string; server: number }>;
type Manner = 'durable' | 'careless' | 'disposable' | 'unguarded';

let base = '';
let dataDir = '';
let forked: Forked[] = [];
let servers: number[] = [];

// mkdtemp makes the folder 0700: for root, everything below is closed to the user that the server runs as.
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'daybook-embedded-'));
  dataDir = join(base, 'data');
});

afterEach(async () => {
  for (const { child, pid } of forked) {
    child.kill('SIGKILL');
    await untilGone(pid);
  }
  for (const server of servers) await untilGone(server);
  forked = [];
  servers = [];
  rmSync(base, { recursive: true, force: true });
});

const begin = (manner: Manner = 'durable'): Forked => {
  const one = forkScript('embedded-postgres-process.ts', [dataDir, manner]);
  forked.push(one);
  return one;
};

async function hold(manner: Manner = 'durable'): Promise<Held> {
  const one = begin(manner);
  const told = await one.next();
  expect(told).toEqual({ url: expect.any(String), pid: expect.any(Number) });
  servers.push(Number(told.pid));
  return { ...one, url: String(told.url), server: Number(told.pid) };
}

async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

const write = (url: string) => ask(url, `create table note as select 'kept' as words`);
const read = (url: string) => ask(url, 'select words from note');
const KEPT = [{ words: 'kept' }];

async function leave(held: Held, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  const exit = once(held.child, 'exit');
  held.child.kill(signal);
  await exit;
  await untilGone(held.server);
}

describe('an embedded server', () => {
  it('keeps what was written when it is stopped and started again', async () => {
    const first = await hold();
    await write(first.url);
    const answer = first.next();
    await leave(first, 'SIGTERM');
    expect(await answer).toEqual({ answered: true });
    expect(first.child.exitCode).toBe(0);
    const second = await hold();
    expect(await read(second.url)).toEqual(KEPT);
  });

  it('is a database named daybook in UTF-8, UTC and code-point order, safe against a power cut', async () => {
    const { url } = await hold();
    const settings = [
      'fsync',
      'synchronous_commit',
      'full_page_writes',
      'TimeZone',
      'listen_addresses',
      'password_encryption',
    ];
    expect(
      await ask(url, `select name, setting from pg_settings where name in ('${settings.join("','")}') order by 1`),
    ).toEqual([
      { name: 'TimeZone', setting: 'UTC' },
      { name: 'fsync', setting: 'on' },
      { name: 'full_page_writes', setting: 'on' },
      { name: 'listen_addresses', setting: '127.0.0.1' },
      { name: 'password_encryption', setting: 'scram-sha-256' },
      { name: 'synchronous_commit', setting: 'on' },
    ]);
    expect(
      await ask(
        url,
        `select datname, pg_encoding_to_char(encoding) as encoding, datlocprovider as provider, datlocale as locale
         from pg_database where datname = current_database()`,
      ),
    ).toEqual([{ datname: 'daybook', encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8' }]);
  });

  it('lets nobody in without the password, and keeps that in one closed file', async () => {
    const said: string[] = [];
    const server = await startEmbeddedPostgres({ dataDir, durable: false, log: (line) => said.push(line) });
    try {
      const url = new URL(server.url());
      const { home, cluster } = dataFolder(dataDir);
      expect(readFileSync(join(home, 'password'), 'utf8').trim()).toBe(url.password);
      expect(statSync(join(home, 'password')).mode & 0o777).toBe(0o600);
      expect(statSync(home).mode & 0o777).toBe(0o700);
      expect(readFileSync(join(cluster, 'postmaster.opts'), 'utf8')).not.toContain(url.password);
      const wrong = new URL(url);
      wrong.password = 'guess';
      await expect(ask(wrong.href, 'select 1')).rejects.toThrow('password authentication failed');
      expect(said.join('\n')).toContain('password authentication failed');
      expect(said.join('\n')).not.toContain(url.password);
    } finally {
      await server.stop();
      await server.stop();
    }
  });

  it('outlives Ctrl-C long enough for the app to finish what it is doing', async () => {
    const held = await hold('careless');
    const answer = held.next();
    process.kill(-held.pid, 'SIGINT');
    expect(await answer).toEqual({ answered: true });
    await untilGone(held.server);
  });

  it('does not outlive a process that is killed, and comes back with every committed row', async () => {
    const first = await hold();
    await write(first.url);
    await leave(first, 'SIGKILL');
    const second = await hold();
    expect(await read(second.url)).toEqual(KEPT);
  });

  it('is stopped by the next start when its guard was killed too', async () => {
    const first = await hold();
    await write(first.url);
    await leave(first, 'SIGTERM');
    const orphan = await hold('unguarded');
    orphan.child.kill('SIGKILL');
    await untilGone(orphan.pid);
    process.kill(orphan.server, 0);
    const second = await hold();
    await untilGone(orphan.server);
    expect(await read(second.url)).toEqual(KEPT);
  });

  it('leaves no folder behind when it was disposable and its process is killed', async () => {
    const held = await hold('disposable');
    await leave(held, 'SIGKILL');
    await until(() => !existsSync(dataDir));
    expect(existsSync(dataDir)).toBe(false);
  });
});

describe('two Daybooks on one folder', () => {
  it('refuses the second and leaves the first at work', async () => {
    const first = await hold('careless');
    await write(first.url);
    expect(await begin('careless').next()).toEqual({
      refused: `${dataDir} is in use by another Daybook (process ${first.pid}). Stop it, or set DATA_DIR to another folder.`,
    });
    expect(await read(first.url)).toEqual(KEPT);
  });

  it('lets one of two first starts at the same moment win', async () => {
    const both = [begin('careless'), begin('careless')];
    const told = await Promise.all(both.map((one) => one.next()));
    expect(told.filter((one) => 'url' in one)).toHaveLength(1);
    expect(told.filter((one) => 'refused' in one)).toEqual([
      { refused: expect.stringMatching(/is in use by another Daybook \(process \d+\)/) },
    ]);
  });
});

describe('a lock that a server left behind', () => {
  it.each([
    ['of a process that has gone', () => ({ pid: spawnSync('true').pid, end: () => undefined })],
    [
      'whose number now belongs to something else',
      () => {
        // Run by the server's own user: PostgreSQL itself looks no further than whether that user may signal it.
        const other = spawn('sleep', ['600'], { ...serverUser(dataFolder(dataDir).home), cwd: '/', stdio: 'ignore' });
        return { pid: other.pid ?? 0, end: () => other.kill('SIGKILL') };
      },
    ],
  ])('%s does not lock the folder', async (_case, holder) => {
    const first = await hold('careless');
    await write(first.url);
    await leave(first, 'SIGTERM');
    const { cluster, home } = dataFolder(dataDir);
    const { pid, end } = holder();
    const lock = join(cluster, 'postmaster.pid');
    writeFileSync(lock, `${pid}\n${cluster}\n1700000000\n54321\n\n127.0.0.1\n`, { mode: 0o600 });
    giveTo(serverUser(home), lock);
    const second = await hold('careless').finally(end);
    expect(await read(second.url)).toEqual(KEPT);
  });
});

describe('a data folder that will not do', () => {
  const start = () => startEmbeddedPostgres({ dataDir, durable: false });
  const madeBy = (version: string) => {
    const { cluster } = dataFolder(dataDir);
    mkdirSync(cluster, { recursive: true });
    writeFileSync(join(cluster, 'PG_VERSION'), `${version}\n`);
  };

  it('written by a newer PostgreSQL', async () => {
    madeBy('99');
    await expect(start()).rejects.toThrow(
      /data was written by PostgreSQL 99; this Daybook brings PostgreSQL \d+\. Use the newer/,
    );
  });

  it('written by an older PostgreSQL', async () => {
    madeBy('11');
    await expect(start()).rejects.toThrow(/data was written by PostgreSQL 11; .* pg_upgrade/);
  });

  it('where nothing can be written', async () => {
    writeFileSync(join(base, 'file'), '');
    dataDir = join(base, 'file', 'data');
    await expect(start()).rejects.toThrow(
      `Daybook cannot write to ${dataDir}. Start it as the user who owns that folder`,
    );
  });

  // Linux's own full disk stands in for one of the files that the server writes when it starts.
  (existsSync('/dev/full') ? it : it.skip)('on a disk that is full', async () => {
    await leave(await hold('careless'), 'SIGTERM');
    const file = join(dataFolder(dataDir).cluster, 'postmaster.opts');
    unlinkSync(file);
    symlinkSync('/dev/full', file);
    await expect(start()).rejects.toThrow(
      `The disk is full: the database cannot write to ${dataDir}. Free some space, or set DATA_DIR to another folder.`,
    );
    unlinkSync(file);
    await leave(await hold('careless'), 'SIGTERM');
  });

  it('where something else stands', async () => {
    mkdirSync(join(dataDir, 'postgres'), { recursive: true });
    await expect(start()).rejects.toThrow(/postgres holds something else than Daybook's database/);
  });

  it('that a disposable server would delete with what is in it', async () => {
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, 'letter'), 'precious');
    await expect(startEmbeddedPostgres({ dataDir, durable: false, disposable: true })).rejects.toThrow('is not empty');
    expect(readFileSync(join(dataDir, 'letter'), 'utf8')).toBe('precious');
  });
});

describe('the programs that npm brought', () => {
  it('are copied out of a closed folder, and their missing links made', () => {
    const user = serverUser(null);
    const own = dirname(dirname(dirname(findBinaries(dataDir, {}).postgres)));
    const closed = join(base, 'package');
    cpSync(own, closed, { recursive: true, verbatimSymlinks: true });
    const links = JSON.parse(readFileSync(join(closed, 'native', 'pg-symlinks.json'), 'utf8')) as { target: string }[];
    for (const { target } of links) unlinkSync(join(closed, target));
    for (const folder of ['native/lib', 'native', '.']) chmodSync(join(closed, folder), 0o500);
    chmodSync(base, 0o711);
    mkdirSync(dataDir, { mode: 0o711 });
    try {
      const found = findBinaries(dataDir, user, join(closed, 'native'));
      const version = execFileSync(found.postgres, ['--version'], { ...user, cwd: '/', env: serverEnvironment() });
      expect(version.toString()).toContain(`(PostgreSQL) ${found.major}.`);
      expect(found.postgres.startsWith(dataDir)).toBe(true);
    } finally {
      for (const folder of ['.', 'native', 'native/lib']) chmodSync(join(closed, folder), 0o700);
    }
  });
});

describe('a Daybook that npm started', () => {
  it.each([
    ['npm runs it itself', 'exec'],
    ['a shell stands in between', 'env'],
  ])('ends when npm is killed: %s', async (_case, word) => {
    const { outer, inner } = await startUnder(word, 'stops-with-parent.ts', { npm_lifecycle_event: 'start' });
    outer.kill('SIGKILL');
    await untilGone(inner).finally(() => spawnSync('kill', ['-KILL', String(inner)]));
  });
});
