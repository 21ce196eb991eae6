import type { ImportRow } from '../../../projections/import-receipts/row.js';
import { seriesName } from '../../importers/file/printed-series.js';
import { countOf } from '../../importers/rehearsed.js';
import { FIELD_IN_WORDS } from '../differences/words.js';
import type { Cell } from '../shell/csv.js';
import type { CheckedImport } from './desk.js';

const OUTCOMES = {
  recorded: { text: 'To be recorded', classes: 'govuk-tag--green' },
  unchanged: { text: 'Unchanged', classes: 'govuk-tag--grey' },
  refused: { text: 'Refused', classes: 'govuk-tag--red' },
} as const;

export const KINDS_IN_WORDS = {
  'published-dashboard': 'Published dashboard',
  'supervision-return': 'Supervision return',
} as const;

/** A checked file for its page. */
export const checkView = (checked: CheckedImport) => {
  const { file, publication, already, series } = checked;
  return {
    fileName: file.fileName,
    importId: file.importId,
    sha256: file.sha256,
    kind: KINDS_IN_WORDS[file.kind.kind],
    rows: file.rows,
    ignored: file.ignored,
    publication,
    already,
    counts: {
      recorded: countOf(checked, 'recorded'),
      unchanged: countOf(checked, 'unchanged'),
      refused: countOf(checked, 'refused'),
    },
    lines: series.map(({ series: one, outcome, words }) => ({
      ...{ row: one.row, printedRow: one.printedRow, name: seriesName(one), words },
      outcome: OUTCOMES[outcome],
    })),
    differences: series.flatMap(({ series: one, differences }) =>
      differences.map((difference) => ({
        ...{ ...difference, field: FIELD_IN_WORDS[difference.field] },
        ...{ printedRow: one.printedRow, name: seriesName(one), measureId: one.known.measureId },
      })),
    ),
  };
};

export const RECEIPT_HEADINGS = ['Row of the file', 'Printed row', 'Measure', 'Outcome', 'What was recorded'] as const;

export const receiptRows = ({ receipts }: ImportRow): Cell[][] =>
  receipts.map(({ row, printedRow, measure, outcome, words }) => [row, printedRow, measure, outcome, words.join('. ')]);
