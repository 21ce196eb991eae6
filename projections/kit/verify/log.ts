import type { EventStore, StoredEvent } from '../../../src/event-store/event-store.port.js';
import { readEvent, type AnyEventType } from '../../../src/kernel/event-type.js';
import type { Findings } from './findings.js';

type Declared = ReadonlyMap<string, AnyEventType>;
/** `late`: recorded more than a minute before an event that stands before it, as after a clock that jumped back. */
type Read = Readonly<{ events: number; last: bigint; late: Readonly<{ count: number; first: bigint }> }>;

const TOLERATED_MS = 60_000;

/**
 * Reads the whole log once: positions grow (without a gap, where the store leaves none), each stream's revisions
 * follow one another from 0, and every event can be read at its version.
 * @returns how many events there are, where the last one stands, and what a clock has done
 */
export const verifyLog = async (
  store: EventStore,
  declared: Declared,
  findings: Findings,
  { gapless = false }: Readonly<{ gapless?: boolean }> = {},
): Promise<Read> => {
  const revisions = new Map<string, number>();
  const head = await store.head();
  let read: Read = { events: 0, last: 0n, late: { count: 0, first: 0n } };
  let latest = -Infinity;
  try {
    for await (const event of store.readAll(0n)) {
      const faults = [misplaced(event, read.last, gapless), outOfTurn(event, revisions), unreadable(event, declared)];
      for (const fault of faults) if (fault) findings.add(`the log: ${fault}`);
      const recorded = Date.parse(event.metadata.recordedAt);
      read = {
        events: read.events + 1,
        last: event.position,
        late: latest - recorded > TOLERATED_MS ? oneMore(read.late, event) : read.late,
      };
      if (recorded > latest) latest = recorded;
    }
  } catch (error) {
    findings.add(`the log: it cannot be read beyond event ${read.last}: ${inWords(error)}`);
  }
  if (read.last < head) findings.add(`the log: it should go on to event ${head}, and ends at event ${read.last}`);
  return read;
};

const oneMore = ({ count, first }: Read['late'], { position }: StoredEvent): Read['late'] => ({
  count: count + 1,
  first: count === 0 ? position : first,
});

const misplaced = ({ position }: StoredEvent, last: bigint, gapless: boolean): string | null => {
  if (position <= last) return `event ${position} comes after event ${last}`;
  const [from, to] = [last + 1n, position - 1n];
  if (!gapless || to < from) return null;
  return from === to ? `event ${from} is missing` : `events ${from} to ${to} are missing`;
};

const outOfTurn = ({ position, stream, revision }: StoredEvent, revisions: Map<string, number>): string | null => {
  const expected = (revisions.get(stream) ?? -1) + 1;
  revisions.set(stream, revision);
  if (revision === expected) return null;
  return `event ${position} is revision ${revision} of ${stream}, where ${expected} was expected`;
};

const unreadable = (event: StoredEvent, declared: Declared): string | null => {
  const why = reading(event, declared.get(event.type));
  return why && `${event.type} at event ${event.position} cannot be read: ${why}`;
};

const reading = ({ metadata, data }: StoredEvent, type: AnyEventType | undefined): string | null => {
  if (!type) return 'this software does not know events of that name';
  if (Number.isNaN(Date.parse(metadata.recordedAt))) return 'it does not say when it was recorded';
  try {
    readEvent(type, metadata.schemaVersion, data);
    return null;
  } catch (error) {
    return inWords(error);
  }
};

const inWords = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ');
