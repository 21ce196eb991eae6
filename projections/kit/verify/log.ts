import type { EventStore, StoredEvent } from '../../../src/event-store/event-store.port.js';
import { readEvent, type AnyEventType } from '../../../src/kernel/event-type.js';
import type { Findings } from './findings.js';

type Declared = ReadonlyMap<string, AnyEventType>;
/** `late`: recorded more than a minute before an event that stands before it, as after a clock that jumped back. */
type Read = Readonly<{ events: number; last: bigint; late: Readonly<{ count: number; first: bigint }> }>;

const TOLERATED_MS = 60_000;

/**
 * Reads the whole log once: positions grow, each stream's revisions follow one another from 0, and every event can be
 * read at its version. @returns how many events there are, where the last one stands, and what a clock has done
 */
export const verifyLog = async (store: EventStore, declared: Declared, findings: Findings): Promise<Read> => {
  const revisions = new Map<string, number>();
  const head = await store.head();
  let events = 0;
  let last = 0n;
  let latest = -Infinity;
  let late: Read['late'] = { count: 0, first: 0n };
  try {
    for await (const event of store.readAll(0n)) {
      if (event.position <= last) findings.add(`the log: event ${event.position} comes after event ${last}`);
      const expected = (revisions.get(event.stream) ?? -1) + 1;
      if (event.revision !== expected)
        findings.add(
          `the log: event ${event.position} is revision ${event.revision} of ${event.stream}, where ${expected} was expected`,
        );
      revisions.set(event.stream, event.revision);
      const unreadable = reading(event, declared);
      if (unreadable) findings.add(`the log: ${event.type} at event ${event.position} cannot be read: ${unreadable}`);
      const recorded = Date.parse(event.metadata.recordedAt);
      if (latest - recorded > TOLERATED_MS) late = { count: late.count + 1, first: late.first || event.position };
      latest = Math.max(latest, recorded);
      events += 1;
      last = event.position;
    }
  } catch (error) {
    findings.add(`the log: it cannot be read beyond event ${last}: ${inWords(error)}`);
  }
  if (last < head) findings.add(`the log: it should go on to event ${head}, and ends at event ${last}`);
  return { events, last, late };
};

const reading = (event: StoredEvent, declared: Declared): string | null => {
  const type = declared.get(event.type);
  if (!type) return 'this software does not know events of that name';
  try {
    readEvent(type, event.metadata.schemaVersion, event.data);
    return null;
  } catch (error) {
    return inWords(error);
  }
};

const inWords = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ');
