import { cpus, totalmem, type as system } from 'node:os';
import type { Machine } from './results.js';

const GIGABYTE = 1024 ** 3;

/** In general terms: enough to compare two runs, nothing that says whose machine it is. */
export const thisMachine = (postgres: string, load: number): Machine => ({
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / GIGABYTE),
  node: process.versions.node,
  postgres,
  system: system(),
  loadBefore: Math.round(load * 100) / 100,
});
