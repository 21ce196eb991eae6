import type { Upload } from '../../importers/file/read-file.js';
import type { Particulars } from '../../importers/particulars.js';
import { InvalidInput } from '../../kernel/refusal.js';

type Given = Readonly<Record<string, unknown>>;

/** What the two kinds of upload leave of a file: a form with a file in it. */
export type SentFile = Readonly<{ originalname: string; buffer: Uint8Array }>;

const LONGEST_NAME = 255;

const text = (given: Given, name: string): string => {
  const value = given[name];
  return typeof value === 'string' ? value.trim() : '';
};

/** The first of several places where each particular may stand. */
export const particularsOf = (...places: readonly Given[]): Particulars => {
  const first = (name: string): string => places.map((place) => text(place, name)).find((value) => value !== '') ?? '';
  return { period: first('period') || null, publishedOn: first('publishedOn'), source: first('source') };
};

/** A form sends the name of its file in Latin-1, whatever was in it. */
const nameOf = ({ originalname }: SentFile): string => {
  const name = Buffer.from(originalname, 'latin1').toString('utf8').trim();
  return (name.includes('\uFFFD') ? originalname : name).slice(-LONGEST_NAME) || 'file.csv';
};

/** @throws InvalidInput on `file` when none was chosen. */
export const uploadOf = (file: SentFile | undefined): Upload => {
  if (!file)
    throw new InvalidInput([
      { field: 'file', code: 'no-file', sentence: 'Choose the CSV file that you want to import' },
    ]);
  return { fileName: nameOf(file), bytes: file.buffer };
};

/** `?dryRun=true` shows what would happen; without it, it happens. @throws InvalidInput */
export const dryRunOf = (given: unknown): boolean => {
  if (given === undefined || given === '' || given === 'false') return false;
  if (given === 'true') return true;
  throw new InvalidInput([{ field: 'dryRun', code: 'not-a-choice', sentence: 'dryRun must be true or false' }]);
};
