import type { KindName, Receipt } from '../../src/importers/imported-file/events.js';
import { versionedTable } from '../kit/versioned-table.js';

export type ImportRow = {
  importId: string;
  planId: string;
  kind: KindName;
  fileName: string;
  sha256: string;
  period: string;
  publishedOn: string;
  source: string;
  /** Columns that nobody read. */
  ignored: string[];
  rows: number;
  recorded: number;
  unchanged: number;
  importedBy: string;
  importedByRole: string;
  /** UTC. */
  importedAt: string;
  position: number;
  receipts: Receipt[];
};

export const importReceiptsTable = versionedTable<ImportRow>(
  'import-receipts',
  1,
  {
    importId: { type: 'uuid' },
    planId: { type: 'uuid' },
    kind: { type: 'text' },
    fileName: { type: 'text' },
    sha256: { type: 'text' },
    period: { type: 'text' },
    publishedOn: { type: 'text' },
    source: { type: 'text' },
    ignored: { type: 'jsonb' },
    rows: { type: 'int' },
    recorded: { type: 'int' },
    unchanged: { type: 'int' },
    importedBy: { type: 'text' },
    importedByRole: { type: 'text' },
    importedAt: { type: 'text' },
    position: { type: 'bigint', transformer: { from: Number, to: String } },
    receipts: { type: 'jsonb' },
  },
  [{ name: 'by_position', columns: ['position'] }],
);
