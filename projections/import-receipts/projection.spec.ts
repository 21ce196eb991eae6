import { FileImported, ReceiptsKept, type Receipt } from '../../src/importers/imported-file/events.js';
import { projectionSpec } from '../../test/support/projection-spec.js';
import { importReceipts } from './index.js';

const importId = '00000000-0000-4000-8000-000000000001';
const file = {
  importId,
  planId: '00000000-0000-4000-8000-000000000002',
  kind: 'published-dashboard' as const,
  fileName: 'dashboard.csv',
  sha256: 'a'.repeat(64),
  period: '2017-11',
  publishedOn: '2018-01-16',
  source: 'Committee paper, Appendix 2',
  ignored: ['page'],
  rows: 2,
  recorded: 1,
  unchanged: 1,
};
const receipt = (row: number, outcome: Receipt['outcome']): Receipt => ({
  ...{ row, printedRow: row - 1, outcome },
  measureId: '00000000-0000-4000-8000-000000000003',
  measure: 'Average caseload: Duty',
  words: outcome === 'recorded' ? ['Recorded 14.5 for November 2017'] : [],
});

const row = {
  ...file,
  ...{ importedBy: 'someone', importedByRole: 'lead', importedAt: '2018-01-16T09:30:00.000Z', position: 1 },
};

projectionSpec(importReceipts, (given) => {
  it('keeps what was imported, by whom and when', () =>
    given(FileImported.of(file)).thenRow(importId, { ...row, receipts: [] }));

  it('keeps the receipts in the order of the file, however many events they came in', () =>
    given(
      FileImported.of(file),
      ReceiptsKept.of({ importId, receipts: [receipt(2, 'recorded')] }),
      ReceiptsKept.of({ importId, receipts: [receipt(3, 'unchanged')] }),
    ).thenRow(importId, { ...row, receipts: [receipt(2, 'recorded'), receipt(3, 'unchanged')] }));
});
