import { stringify } from 'csv-stringify/sync';

export type Cell = string | number | null;

/**
 * Rows under their headings as CSV (RFC 4180), with the mark by which spreadsheets know UTF-8. A text that a
 * spreadsheet would run as a formula gets a leading apostrophe; numbers stay numbers.
 */
export const csvOf = (headings: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  stringify([headings, ...rows], { bom: true, record_delimiter: 'windows', escape_formulas: true });
