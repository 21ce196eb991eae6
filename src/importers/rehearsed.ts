import type { RecordedCommand } from '../event-store/command/command.js';
import type { Fault } from './faulty-file.js';
import type { Outcome } from './imported-file/events.js';
import type { MatchedFile, MatchedSeries } from './matching.js';
import type { Publication } from './steps.js';

/** What would become of one series: why it was refused, or what would be recorded. */
export type RehearsedSeries = Readonly<{
  series: MatchedSeries;
  outcome: Outcome | 'refused';
  words: readonly string[];
  /** Those that change something, in order. */
  commands: readonly RecordedCommand[];
}>;

export type RehearsedImport = Readonly<{
  file: MatchedFile;
  publication: Publication;
  /** Sent before: nothing will be recorded. */
  already: boolean;
  series: readonly RehearsedSeries[];
}>;

export const countOf = ({ series }: RehearsedImport, outcome: RehearsedSeries['outcome']): number =>
  series.filter((one) => one.outcome === outcome).length;

/** The refused rows as faults of the file. */
export const refusals = ({ series }: RehearsedImport): Fault[] =>
  series
    .filter(({ outcome }) => outcome === 'refused')
    .map(({ series: { row }, words }) => ({ row, column: null, sentence: `Row ${row}: ${words.join(' ')}` }));
