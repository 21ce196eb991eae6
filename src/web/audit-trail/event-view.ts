import type { TrailEvent } from '../../../projections/audit-trail/query.js';
import type { AnyEventType } from '../../kernel/event-type.js';
import { momentInWords } from '../../kernel/plain-date.js';
import { address, type KnownAt } from '../shell/shell.js';
import { roleInWords, sourceInWords } from '../shell/who-and-where.js';
import { kindInWords, subjectInWords, type SubjectInWords } from './words.js';

/** One line of the table; `null` is nothing. */
type ChangeLine = Readonly<{ label: string; before: string | null; after: string | null; same: boolean }>;

export type EventView = Readonly<{
  position: number;
  kind: string;
  meaning: string | null;
  what: string;
  about: SubjectInWords;
  /** Everything else that happened to the same subject. */
  others: string;
  changes: readonly ChangeLine[];
  /** At least one line had something before. */
  replaced: boolean;
  particulars: readonly Readonly<{ label: string; text: string }>[];
  raw: string;
}>;

/** One event for its page: in words first, as stored last. */
export const eventView = (
  event: TrailEvent,
  declared: AnyEventType | undefined,
  knownAt: KnownAt | null,
): EventView => ({
  position: event.position,
  kind: kindInWords(event.type),
  meaning: declared?.meaning ?? null,
  what: event.words,
  about: subjectInWords(event.subject, knownAt),
  others: address('/audit-trail', { subject: `${event.subject.kind}:${event.subject.id}` }, knownAt),
  changes: event.changes
    .filter(({ before, after }) => before !== null || after !== null)
    .map((change) => ({ ...change, same: change.before === change.after })),
  replaced: event.changes.some(({ before }) => before !== null),
  particulars: particularsOf(event),
  raw: JSON.stringify(rawOf(event), null, 2),
});

const particularsOf = (event: TrailEvent): EventView['particulars'] => {
  const particulars: (readonly [label: string, text: string])[] = [
    ['When', `${momentInWords(event.recordedAt)} (${event.recordedAt})`],
    ['Who', `${event.actorId}, ${event.actorRole === 'system' ? '' : 'acting as '}${roleInWords(event.actorRole)}`],
    ['Why', event.reason ?? 'None given'],
    ['From where', sourceInWords(event.source)],
    [
      'Place in the log',
      `Event ${event.position.toLocaleString('en-GB')}, number ${event.revision + 1} of ${event.stream}`,
    ],
    ['Event id', event.eventId],
    ['Sent together as', event.correlationId],
    ...(event.causationId ? [['Because of', event.causationId] as const] : []),
  ];
  return particulars.map(([label, text]) => ({ label, text }));
};

const rawOf = ({ eventId, type, stream, revision, position, data, ...event }: TrailEvent) => ({
  position,
  stream,
  revision,
  eventId,
  type,
  data,
  metadata: {
    recordedAt: event.recordedAt,
    actor: { userId: event.actorId, role: event.actorRole },
    source: event.source,
    correlationId: event.correlationId,
    causationId: event.causationId,
    reason: event.reason,
  },
});
