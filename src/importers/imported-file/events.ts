import { z } from 'zod';
import { defineEvent, type EventOf } from '../../kernel/event-type.js';
import { Day, inWords, Month } from '../../kernel/plain-date.js';

const Id = z.uuid();
const subject = ({ importId }: { importId: string }) => ({ kind: 'import', id: importId });

export const KINDS = ['published-dashboard', 'supervision-return'] as const;
export type KindName = (typeof KINDS)[number];

export const OUTCOMES = ['recorded', 'unchanged'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What became of one series of one row. */
export const Receipt = z.object({
  /** In the file; its heading is row 1. */
  row: z.int().min(2),
  printedRow: z.int().min(1),
  measureId: Id,
  measure: z.string().min(1),
  outcome: z.enum(OUTCOMES),
  words: z.array(z.string().min(1)),
});
export type Receipt = z.infer<typeof Receipt>;

export const FileImported = defineEvent('FileImported', {
  meaning: 'Everything that a file said was recorded; its receipts say what became of each row.',
  schema: z.object({
    importId: Id,
    planId: Id,
    kind: z.enum(KINDS),
    fileName: z.string().min(1),
    sha256: z.string().length(64),
    period: Month,
    publishedOn: Day,
    source: z.string().min(1),
    ignored: z.array(z.string()),
    rows: z.int().min(1),
    recorded: z.int().min(0),
    unchanged: z.int().min(0),
  }),
  words: (d) => `Imported ${d.fileName}, ${d.rows} rows, as published for ${inWords(d.period)} in ${d.source}`,
  subject,
});

export const ReceiptsKept = defineEvent('ReceiptsKept', {
  meaning: 'What became of each row of an imported file.',
  schema: z.object({ importId: Id, receipts: z.array(Receipt).min(1).max(500) }),
  words: (d) => `Kept the receipts of ${d.receipts.length} imported series`,
  subject,
});

export const importedFileEvents = [FileImported, ReceiptsKept] as const;
export type ImportedFileEvent = EventOf<(typeof importedFileEvents)[number]>;
