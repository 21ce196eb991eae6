import { specify } from '../../../test/support/decider-spec.js';
import { fill } from '../../event-store/command/fill.js';
import { CloseImport } from './commands.js';
import { importedFileDecider } from './decider.js';
import { FileImported, ReceiptsKept, type Receipt } from './events.js';

const importId = '00000000-0000-4000-8000-000000000001';
const file = {
  ...{ importId, planId: importId, kind: 'published-dashboard' as const, fileName: 'a.csv', sha256: 'a'.repeat(64) },
  ...{ period: '2017-11', publishedOn: '2018-01-16', source: 'Committee paper', ignored: ['page'], rows: 70 },
};
const receipt = (row: number, outcome: Receipt['outcome']): Receipt => ({
  ...{ row, printedRow: row, measureId: importId, measure: 'Average caseload', outcome, words: [] },
});
const { given } = specify(importedFileDecider);
const imported = FileImported.of({ ...file, recorded: 1, unchanged: 1 });
const receipts = [receipt(2, 'recorded'), receipt(3, 'unchanged')];

describe('closing an import', () => {
  it('keeps the file and what became of each row', () =>
    given()
      .when(fill(CloseImport, { ...file, receipts }))
      .then(imported, ReceiptsKept.of({ importId, receipts })));

  it('happens once for a file', () =>
    given(imported)
      .when(fill(CloseImport, { ...file, receipts }))
      .thenNothing());

  it('keeps no more than 500 receipts in one event', () => {
    const many = Array.from({ length: 501 }, (_, i) => receipt(i + 2, 'recorded'));
    given()
      .when(fill(CloseImport, { ...file, receipts: many }))
      .then(
        FileImported.of({ ...file, recorded: 501, unchanged: 0 }),
        ReceiptsKept.of({ importId, receipts: many.slice(0, 500) }),
        ReceiptsKept.of({ importId, receipts: many.slice(500) }),
      );
  });
});
