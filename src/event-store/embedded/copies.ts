import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, lstatSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { ServerUser } from './user.js';

const Package = z.object({ version: z.string() });

/** Where a copy of the programs may go so that `user` can run it, the data folder first. */
export function placesOpenTo(user: ServerUser, dataDir: string): readonly string[] {
  const places = [...new Set([dataDir, tmpdir(), '/var/tmp'])];
  return user.uid === undefined ? places : places.filter(openToAll);
}

/** Copies the packaged folder, once per version, and opens it to all users. `null` when this place will not do. */
export function copyInto(place: string, packaged: string): string | null {
  const { version } = Package.parse(JSON.parse(readFileSync(join(dirname(packaged), 'package.json'), 'utf8')));
  const home = join(place, `bin-daybook-postgres-${version}-${process.getuid?.() ?? 0}`);
  try {
    if (!existsSync(home)) copy(packaged, home);
    // Somebody else may have put this name into a folder that all can write; never run what is not ours.
    return isOurs(home) ? join(home, 'native') : null;
  } catch {
    return null;
  }
}

/** The name appears only when the copy is whole, so a copy that was cut short is never used. */
function copy(packaged: string, home: string): void {
  const staging = mkdtempSync(`${home}.`);
  try {
    cpSync(packaged, join(staging, 'native'), { recursive: true, verbatimSymlinks: true });
    execFileSync('chmod', ['-R', 'u+w,a+rX,go-w', staging]);
    renameSync(staging, home);
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
}

function isOurs(folder: string): boolean {
  const found = lstatSync(folder);
  return found.isDirectory() && found.uid === (process.getuid?.() ?? found.uid) && (found.mode & 0o022) === 0;
}

function openToAll(folder: string): boolean {
  if (!existsSync(folder) || (statSync(folder).mode & 0o001) === 0) return false;
  return folder === dirname(folder) || openToAll(dirname(folder));
}
