import { CsvError, parse } from 'csv-parse/sync';
import { wholeFile, type Fault } from '../faulty-file.js';

export const MOST_ROWS = 10_000;

/** `row` counts as a spreadsheet does: blank lines too, and a text over several lines once. */
export type TableRow = Readonly<{ row: number; cells: readonly string[] }>;
export type Table = Readonly<{ heading: readonly string[]; rows: readonly TableRow[] }>;

const MARKUP = /^\s*</;
const JSON_TEXT = /^\s*[[{]/;

const notCsv = (text: string): string | null => {
  if (MARKUP.test(text))
    return 'The file is a web page or XML, not a CSV file. Save the sheet as "CSV UTF-8" and send that.';
  if (JSON_TEXT.test(text)) return 'The file is JSON, not a CSV file. Save the sheet as "CSV UTF-8" and send that.';
  return null;
};

const records = (text: string): string[][] => {
  try {
    return parse(text, { bom: true, relax_column_count: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? ` near line ${error.lines}` : '';
    throw wholeFile(`The quotation marks do not match${line}. Double each one inside a text, and close every text.`);
  }
};

/** Commas, quotes as in RFC 4180, either kind of line end; blank lines are passed over. @throws FaultyFile */
export const tableOf = (text: string): Table => {
  const problem = notCsv(text);
  if (problem) throw wholeFile(problem);
  const [heading, ...rows] = records(text)
    .map((cells, index) => ({ row: index + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (rows.length > MOST_ROWS)
    throw wholeFile(`The file has ${rows.length} rows; Daybook takes ${MOST_ROWS} at once. Send it in parts.`);
  return { heading: heading?.cells.map((name) => name.trim()) ?? [], rows };
};

/** A row with another number of cells than the heading has shifted: no cell in it can be trusted. */
export const widthFaults = ({ heading, rows }: Table): Fault[] =>
  rows
    .filter(({ cells }) => cells.length !== heading.length)
    .map(({ row, cells }) => ({
      row,
      column: null,
      sentence: `Row ${row} has ${cells.length} cells and the heading has ${heading.length}. Put a text that contains a comma in quotation marks.`,
    }));
