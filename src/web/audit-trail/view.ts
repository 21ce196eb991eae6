import type { TrailEntry, TrailPage } from '../../../projections/audit-trail/query.js';
import { momentInWords } from '../../kernel/plain-date.js';
import { choicesOf, same, type Choice } from '../shell/choices.js';
import type { Cell } from '../shell/csv.js';
import { address, type KnownAt } from '../shell/shell.js';
import { roleInWords, sourceInWords } from '../shell/who-and-where.js';
import type { Asked } from './form.js';
import { kindInWords, subjectInWords, type SubjectInWords } from './words.js';

export type TrailLine = Readonly<{
  position: number;
  href: string;
  recordedAt: string;
  when: string;
  who: string;
  role: string;
  kind: string;
  what: string;
  why: string | null;
  source: string;
  about: SubjectInWords;
}>;

export type TrailView = Readonly<{
  asked: Asked;
  choices: Readonly<Record<'actor' | 'type' | 'planRef', readonly Choice[]>>;
  /** The one subject that the trail is narrowed to, in words. */
  about: string | null;
  filtered: boolean;
  exportLimit: number;
  lines: readonly TrailLine[];
  links: Readonly<{ csv: string; newest: string | null; older: string | null }>;
}>;

/** What can be chosen in the filter form. */
export type Offered = Readonly<{ actors: readonly string[]; types: readonly string[]; planRefs: readonly string[] }>;

export const EXPORT_LIMIT = 10_000;

const lineOf = (row: TrailEntry, knownAt: KnownAt | null): TrailLine => ({
  position: row.position,
  href: address(`/audit-trail/${row.eventId}`, {}, knownAt),
  recordedAt: row.recordedAt,
  when: momentInWords(row.recordedAt),
  who: row.actorId,
  role: roleInWords(row.actorRole),
  kind: kindInWords(row.type),
  what: row.words,
  why: row.reason,
  source: sourceInWords(row.source),
  about: subjectInWords(row.subject, knownAt),
});

const byWords = (a: readonly [string, string], b: readonly [string, string]) => a[1].localeCompare(b[1], 'en-GB');

/** The list: the form with what was asked, the lines, and where to go from here. */
export const trailView = (
  asked: Asked,
  { rows, more }: TrailPage,
  offered: Offered,
  knownAt: KnownAt | null,
): TrailView => {
  const { actor, type, planRef, from, to, subject, before } = asked;
  const filter = { actor, type, planRef, from, to, subject };
  const link = (path: string, further: Readonly<Record<string, string>> = {}) =>
    address(path, { ...filter, ...further }, knownAt);
  const first = rows[0];
  return {
    asked,
    choices: {
      actor: choicesOf('Everybody', offered.actors.map(same), actor),
      type: choicesOf('Every kind', offered.types.map((t) => [t, kindInWords(t)] as const).sort(byWords), type),
      planRef: choicesOf('Every plan reference', offered.planRefs.map(same), planRef),
    },
    about: subject ? (first ? subjectInWords(first.subject, knownAt).text : subject) : null,
    filtered: Object.values(filter).some(Boolean),
    exportLimit: EXPORT_LIMIT,
    lines: rows.map((row) => lineOf(row, knownAt)),
    links: {
      csv: link('/audit-trail/events.csv'),
      newest: before ? link('/audit-trail') : null,
      older: more ? link('/audit-trail', { before: String(rows.at(-1)!.position) }) : null,
    },
  };
};

export const CSV_HEADINGS = [
  'Position',
  'Recorded at (UTC)',
  'Who',
  'Role',
  'Kind',
  'What',
  'Why',
  'About',
  'Plan references',
  'Source',
  'Event id',
] as const;

/** The same lines for a spreadsheet. A file that does not hold everything says so in its last row. */
export const csvRows = ({ rows, more }: TrailPage): Cell[][] => [
  ...rows.map((row) => {
    const { position, recordedAt, who, role, kind, what, why, about } = lineOf(row, null);
    return [position, recordedAt, who, role, kind, what, why, about.text, about.planRefs, row.source, row.eventId];
  }),
  ...(more ? [[NOT_ALL, ...CSV_HEADINGS.slice(1).map(() => null)]] : []),
];

const NOT_ALL = `Only the newest ${EXPORT_LIMIT.toLocaleString('en-GB')} events are in this file. Choose dates to get the others.`;
