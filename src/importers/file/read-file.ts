import { createHash } from 'node:crypto';
import { idFrom } from '../../kernel/identifiers.js';
import { mustBeFaultless, wholeFile, type Fault } from '../faulty-file.js';
import { Cells } from './cells.js';
import { repeated } from './duplicates.js';
import type { FileKind } from './kinds.js';
import type { PrintedSeries } from './printed-series.js';
import { headingFaults, ignoredColumns, recognise } from './recognise.js';
import { tableOf, widthFaults, type Table } from './table.js';
import { textOf } from './text.js';

export type Upload = Readonly<{ fileName: string; bytes: Uint8Array }>;

/** A file as read: nothing in it is looked up yet. */
export type ReadFile = Readonly<{
  importId: string;
  sha256: string;
  fileName: string;
  kind: FileKind;
  ignored: readonly string[];
  /** Rows under the heading. */
  rows: number;
  series: readonly PrintedSeries[];
}>;

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The same file is the same import, whoever sends it and whatever it is called. */
export const importIdOf = (sha256: string): string => idFrom('import', sha256);

const cellsOf = ({ heading, rows }: Table): Cells[] =>
  rows.map(({ row, cells }) => new Cells(row, new Map(heading.map((column, i) => [column, cells[i] ?? '']))));

const seriesOf = (kind: FileKind, table: Table): { series: PrintedSeries[]; faults: Fault[] } => {
  const rows = cellsOf(table);
  const series = rows.flatMap((cells) => kind.series(cells));
  const faults = rows.flatMap((cells) => cells.faults);
  // A row that could not be read has no number or name to compare.
  const readable = new Set(rows.filter((cells) => cells.faults.length === 0).map((cells) => cells.row));
  const twice = repeated(
    series.filter(({ row }) => readable.has(row)),
    ({ printedRow }) => String(printedRow),
    ({ printedRow }) => ({ column: 'published_row', what: String(printedRow) }),
  );
  return { series, faults: [...faults, ...twice] };
};

/** @throws FaultyFile naming every row and column to put right. */
export const readFile = ({ fileName, bytes }: Upload): ReadFile => {
  const table = tableOf(textOf(bytes));
  const kind = recognise(table.heading);
  mustBeFaultless(headingFaults(kind, table.heading));
  if (table.rows.length === 0) throw wholeFile('The file has a heading and no rows. Add the rows and send it again.');
  mustBeFaultless(widthFaults(table));
  const { series, faults } = seriesOf(kind, table);
  mustBeFaultless(faults);
  const sha256 = sha256Of(bytes);
  return {
    importId: importIdOf(sha256),
    sha256,
    fileName,
    kind,
    ignored: ignoredColumns(kind, table.heading),
    rows: table.rows.length,
    series,
  };
};
