import type { KindName } from '../imported-file/events.js';
import type { Cells } from './cells.js';
import type { PrintedSeries } from './printed-series.js';

/** A kind of file: how it is recognised, and what one of its rows says. */
export type FileKind = Readonly<{
  kind: KindName;
  /** Stands in the source of every event that comes from such a file. */
  sheet: string;
  inWords: string;
  columns: readonly string[];
  /** Read where they are there, and not missed where they are not. */
  optional: readonly string[];
  series: (cells: Cells) => readonly PrintedSeries[];
}>;
