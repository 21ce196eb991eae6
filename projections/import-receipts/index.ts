import { FileImported, ReceiptsKept } from '../../src/importers/imported-file/events.js';
import { defineProjection, when } from '../kit/define-projection.js';
import { importReceiptsTable, type ImportRow } from './row.js';

export const importReceipts = defineProjection<ImportRow>({
  name: 'import-receipts',
  answers: 'What was imported, by whom, and what became of each row?',
  table: importReceiptsTable,
  whens: [
    when(
      FileImported,
      ({ importId }) => importId,
      (_row, imported, { actor, recordedAt, position }) => ({
        ...imported,
        importedBy: actor.userId,
        importedByRole: actor.role,
        importedAt: recordedAt,
        position: Number(position),
        receipts: [],
      }),
    ),
    when(
      ReceiptsKept,
      ({ importId }) => importId,
      (row, { receipts }) => (row ? { ...row, receipts: [...row.receipts, ...receipts] } : null),
    ),
  ],
});
