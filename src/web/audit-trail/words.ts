import { spaced } from '../../../projections/audit-trail/changes.js';
import type { TrailSubject } from '../../../projections/audit-trail/query.js';
import { address, type KnownAt } from '../shell/shell.js';

/** `ActionRated` → `Action rated` */
export const kindInWords = (type: string): string => {
  const words = spaced(type.replaceAll('-', ' '));
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const SOURCES = new Map([
  ['web', 'On a page'],
  ['api', 'Through the API'],
  ['demo', 'Sample data'],
]);
const IMPORT = /^import:([0-9a-f]{8})[0-9a-f]*#(.*)!(\d+)(?:-(\d+))?$/;

/** Where an event came from; a source that has no words of its own is shown as it is stored. */
export const sourceInWords = (source: string): string => {
  const [, file, sheet, row, last] = IMPORT.exec(source) ?? [];
  if (!file) return SOURCES.get(source) ?? source;
  return `Imported from ${last ? `rows ${row} to ${last}` : `row ${row}`}${sheet ? ` of ${sheet}` : ''}, file ${file}`;
};

export const roleInWords = (role: string): string => (role === 'system' ? 'Daybook itself' : role);

type Address = (id: string, knownAt: KnownAt | null) => string;
const PAGES: ReadonlyMap<string, Address> = new Map<string, Address>([
  ['action', (id, knownAt) => address(`/actions/${encodeURIComponent(id)}`, {}, knownAt)],
  ['measure', (id, knownAt) => address(`/measures/${encodeURIComponent(id)}`, {}, knownAt)],
  ['import', (id, knownAt) => address(`/imports/${encodeURIComponent(id)}`, {}, knownAt)],
  ['plan', (_id, knownAt) => address('/plan', {}, knownAt)],
  ['published-dashboard', (period, knownAt) => address('/differences', { period }, knownAt)],
]);

/** `href` is null where a subject has no page of its own. */
export type SubjectInWords = Readonly<{ text: string; kind: string; href: string | null; planRefs: string }>;

export const subjectInWords = (
  { kind, id, title, planRefs }: TrailSubject,
  knownAt: KnownAt | null,
): SubjectInWords => ({
  text: title ?? `${kindInWords(kind)} ${id}`,
  kind: kindInWords(kind),
  href: PAGES.get(kind)?.(id, knownAt) ?? null,
  planRefs: planRefs.join(', '),
});
