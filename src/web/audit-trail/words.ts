import type { TrailSubject } from '../../../projections/audit-trail/query.js';
import { capital, spaced } from '../../kernel/words.js';
import { address, type KnownAt } from '../shell/shell.js';

/** `ActionRated` → `Action rated` */
export const kindInWords = (type: string): string => capital(spaced(type.replaceAll('-', ' ')));

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
