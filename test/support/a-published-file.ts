import { FaultyFile } from '../../src/importers/faulty-file.js';
import { readFile } from '../../src/importers/file/read-file.js';

export const HEADING =
  'published_row,section,plan_ref,measure,breakdown,unit,previous_period,previous_value,latest_period,latest_value,published_change,published_change_text,published_change_direction,baseline_label,published_baseline_value,published_baseline_text,published_baseline_direction,target_text,target_low,target_high,published_rating,availability,note';
export const COLUMNS = HEADING.split(',');
export const CASELOAD: Readonly<Record<string, string>> = {
  published_row: '8',
  section: 'Practice',
  plan_ref: 'T8;2a(i)',
  measure: 'Average caseload',
  breakdown: 'Duty team',
  unit: 'cases',
  previous_period: '2017-10',
  previous_value: '14.0',
  latest_period: '2017-11',
  latest_value: '14.5',
  published_change: '0.5',
  published_change_text: '+0.5',
  published_change_direction: 'up',
  baseline_label: 'Ofsted judgement',
  published_baseline_value: '28.3',
  published_baseline_text: '28.3',
  published_baseline_direction: 'down',
  target_text: '12 to 16',
  target_low: '12',
  target_high: '16',
  published_rating: 'G',
};

export const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
export const line = (cells: Record<string, string> = {}): string =>
  COLUMNS.map((column) => quoted({ ...CASELOAD, ...cells }[column] ?? '')).join(',');
export const csv = (...lines: string[]): string => `${[HEADING, ...lines].join('\n')}\n`;
export const read = (text: string | Uint8Array) =>
  readFile({ fileName: 'a.csv', bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text });
export const faultsOf = (text: string | Uint8Array): readonly string[] => {
  try {
    read(text);
  } catch (error) {
    if (error instanceof FaultyFile) return error.errors.map(({ sentence }) => sentence);
    throw error;
  }
  return [];
};
