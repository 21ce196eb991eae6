import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { thisCode } from './machine.js';
import type { Results } from './results.js';

/** A full run takes most of an hour: what it has measured so far, so that it can be stopped and go on later. */
export type Kept = Readonly<{
  results: Results;
  done: readonly string[];
  keep: (names: string, results: Results) => void;
}>;

type Stored = Readonly<{ of: string; done: readonly string[]; results: Results }>;

/** What other code, or another size, has measured does not count. */
export const keptIn = (file: string, size: string): Kept => {
  const of = `${size}, ${thisCode()}`;
  const read = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Stored) : null;
  let stored: Stored = read?.of === of ? read : { of, done: [], results: {} };
  return {
    ...stored,
    keep: (names, results) => {
      stored = { of, done: [...stored.done, names], results };
      writeFileSync(file, JSON.stringify(stored));
    },
  };
};
