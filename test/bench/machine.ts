import { execFileSync } from 'node:child_process';
import { cpus, totalmem, type as system } from 'node:os';
import type { Machine } from './results.js';

const GIGABYTE = 1024 ** 3;

/** Which code was measured: the last commit, and whether anything differed from it. */
export const thisCode = (): string => {
  const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8', stdio: 'pipe' }).trim();
  try {
    const changed = git('status', '--porcelain', '--untracked-files=no') !== '';
    return `commit ${git('rev-parse', '--short', 'HEAD')}${changed ? ', with changes' : ''}`;
  } catch {
    return 'not from a checkout';
  }
};

/** In general terms: enough to compare two runs, nothing that says whose machine it is. */
export const thisMachine = (postgres: string, load: number): Machine => ({
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / GIGABYTE),
  node: process.versions.node,
  postgres,
  system: system(),
  loadBefore: Math.round(load * 100) / 100,
});
