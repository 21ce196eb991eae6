import type { Observable } from 'rxjs';
import type { Actor } from '../kernel/decider.js';

export { LogDamaged } from './log-unavailable.js';

/** Place in the whole log, in commit order: it grows, and not always by one. `0n` is before everything. */
export type Position = bigint;
/** Place in one stream, starting at 0. */
export type Revision = number;
export type Expected = Revision | 'none' | 'exists' | 'any';

export type Metadata = Readonly<{
  /** UTC instant at which Daybook was told. */
  recordedAt: string;
  actor: Actor;
  correlationId: string;
  causationId: string | null;
  /** `web`, `api`, `demo`, or `import:<sha256>#<sheet>!<row>`. */
  source: string;
  schemaVersion: number;
  reason?: string;
  idempotency?: Readonly<{ key: string; body: string }>;
}>;

export type NewEvent = Readonly<{
  id: string;
  type: string;
  data: Readonly<Record<string, unknown>>;
  metadata: Metadata;
}>;

export type StoredEvent = NewEvent & Readonly<{ stream: string; revision: Revision; position: Position }>;

/** Where the last event of an append stands. */
export type Appended = Readonly<{ position: Position; revision: Revision; recorded: number }>;

/** Where the log now ends, and how many events it has gained since that was last told. */
export type Growth = Readonly<{ position: Position; events: number }>;

/** So many events; with `more`, nobody counted on. */
export type Counted = Readonly<{ events: number; more: boolean }>;

/** Given each time a subscription has reached the end of the log. */
export type CaughtUp = Readonly<{ caughtUp: Position }>;
export const isCaughtUp = (item: StoredEvent | CaughtUp): item is CaughtUp => 'caughtUp' in item;

export type ReadAll = Readonly<{ limit?: number; types?: readonly string[] }>;

/** The log. Every adapter promises the same; `test/contract/event-store.contract.ts` is the proof. */
export abstract class EventStore {
  /** All or nothing. @throws ConflictError when the stream is not where `expected` says. */
  abstract append(stream: string, events: readonly NewEvent[], expected: Expected): Promise<Appended>;
  abstract readStream(stream: string, from?: Revision): AsyncIterable<StoredEvent>;
  /** Commit order; no gap is ever skipped. @throws NoSuchPosition where only places of events may be read from. */
  abstract readAll(after: Position, options?: ReadAll): AsyncIterable<StoredEvent>;
  /** Catch up, then live, until the signal aborts. */
  abstract subscribe(
    after: Position,
    signal: AbortSignal,
    options?: Pick<ReadAll, 'types'>,
  ): AsyncIterable<StoredEvent | CaughtUp>;
  abstract head(): Promise<Position>;
  /** How many events stand after a place. Where only reading them can tell, no more than `most` are counted. */
  abstract countAfter(after: Position, most: number): Promise<Counted>;
  /** What is appended, by whichever process, each event counted once. */
  abstract appended(): Observable<Growth>;
  /** Gives the connections back; nothing works afterwards. */
  abstract close(): Promise<void>;
}

/** Somebody else wrote first. `actual` is the stream's last revision, -1 when it does not exist. */
export class ConflictError extends Error {
  override readonly name = 'ConflictError';

  constructor(
    readonly stream: string,
    readonly expected: Expected,
    readonly actual: Revision,
  ) {
    super(`${stream} is at revision ${actual}, not at ${expected}`);
  }
}

/** No event stands at the place from which somebody wants to read on. */
export class NoSuchPosition extends Error {
  override readonly name = 'NoSuchPosition';
}

/** An event id is already in the log with another batch: a programming error, never retried. */
export class EventIdReusedError extends Error {
  override readonly name = 'EventIdReusedError';
}
