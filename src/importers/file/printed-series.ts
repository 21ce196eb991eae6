import type { Unit } from '../../kernel/figure.js';
import { measureName } from '../../kernel/measure-name.js';
import type { PrintedRow } from '../../kernel/printed-row.js';

/** One series of figures as a row of the file prints it. */
export type PrintedSeries = Readonly<{
  /** In the file; its heading is row 1. */
  row: number;
  /** On the printed page. */
  printedRow: number;
  planRefs: readonly string[];
  measure: string;
  breakdown: string | null;
  /** `null` where the file leaves it out. */
  unit: Unit | null;
  printed: PrintedRow;
}>;

export const seriesName = ({ measure, breakdown }: Pick<PrintedSeries, 'measure' | 'breakdown'>): string =>
  measureName(measure, breakdown);
