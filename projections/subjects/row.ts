import { versionedTable } from '../kit/versioned-table.js';

export type SubjectRow = {
  kind: string;
  subjectId: string;
  title: string;
  planRefs: string[];
};

export const subjectsTable = versionedTable<SubjectRow>(
  'subjects',
  1,
  { kind: { type: 'text' }, subjectId: { type: 'text' }, title: { type: 'text' }, planRefs: { type: 'jsonb' } },
  [{ name: 'by_subject', columns: ['kind', 'subjectId'] }],
);
