import { publishedDashboard } from '../published-dashboard/kind.js';
import { supervisionReturn } from '../supervision-return/kind.js';
import { wholeFile, type Fault } from '../faulty-file.js';
import type { FileKind } from './kinds.js';

const KNOWN: readonly FileKind[] = [publishedDashboard, supervisionReturn];
/** Fewer columns in common than this is chance. */
const FEWEST_IN_COMMON = 4;

const inCommon = (kind: FileKind, heading: readonly string[]): number =>
  kind.columns.filter((column) => heading.includes(column)).length;

/** Which kind of file this is, by its heading alone. @throws FaultyFile when it is none. */
export const recognise = (heading: readonly string[]): FileKind => {
  const [closest] = [...KNOWN].sort((a, b) => inCommon(b, heading) - inCommon(a, heading));
  if (closest && inCommon(closest, heading) >= FEWEST_IN_COMMON) return closest;
  const kinds = KNOWN.map((kind) => `${kind.inWords} (${kind.columns.join(', ')})`).join(', or ');
  throw wholeFile(`The first row is not a heading that Daybook knows. It reads ${kinds}, separated by commas.`);
};

/** Columns that the kind needs and the heading lacks, or names twice. */
export const headingFaults = (kind: FileKind, heading: readonly string[]): Fault[] => [
  ...kind.columns
    .filter((column) => !heading.includes(column))
    .map((column) => ({ row: 1, column, sentence: `The column ${column} is missing. Add it to the heading.` })),
  ...[...kind.columns, ...kind.optional]
    .filter((column) => heading.indexOf(column) !== heading.lastIndexOf(column))
    .map((column) => ({ row: 1, column, sentence: `The column ${column} stands in the heading twice. Remove one.` })),
];

/** Columns that are there and that nobody reads. */
export const ignoredColumns = (kind: FileKind, heading: readonly string[]): string[] =>
  heading.filter((column) => column !== '' && ![...kind.columns, ...kind.optional].includes(column));
