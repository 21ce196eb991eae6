import { readEvent } from '../../src/kernel/event-type.js';
import type { StoredEvent } from '../../src/event-store/event-store.port.js';
import type { Projection, Recorded, When } from './define-projection.js';

/** One version of one row: known from a position, until a position. */
export type Version<Row> = { key: string; row: Row; knownFrom: bigint; knownTo: bigint | null; stored: boolean };

/** The event that a projection could not take; the runner stops that projection and names it. */
export class EventFailed extends Error {
  override readonly name = 'EventFailed';

  constructor(
    readonly event: StoredEvent,
    override readonly cause: unknown,
  ) {
    super(`${event.type} at position ${event.position}: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

const recordedOf = ({ id, stream, revision, position, type, metadata }: StoredEvent): Recorded => ({
  id,
  stream,
  revision,
  position,
  type,
  // One by one, because spreading an object that came out of JSON costs as much as the rest of the fold.
  recordedAt: metadata.recordedAt,
  actor: metadata.actor,
  correlationId: metadata.correlationId,
  causationId: metadata.causationId,
  source: metadata.source,
  schemaVersion: metadata.schemaVersion,
  reason: metadata.reason,
  idempotency: metadata.idempotency,
});

/** One event as a projection heard it: read once, with the keys it touches and the change at each. */
export type Heard<Row> = Readonly<{ stored: StoredEvent; changes: readonly Readonly<Touch<Row>>[] }>;
type Touch<Row> = { key: string; change: (row: Row | undefined) => Row | null };

/** @throws EventFailed from the answer, when an event has a shape or type that this software cannot read. */
export const listening = <Row>(projection: Projection<Row>): ((stored: StoredEvent) => Heard<Row>) => {
  const byType = new Map<string, When<Row>[]>();
  for (const w of projection.whens) byType.set(w.event.type, [...(byType.get(w.event.type) ?? []), w]);
  return (stored) =>
    guarded(stored, () => {
      const whens = byType.get(stored.type) ?? [];
      if (whens.length === 0 && projection.hears === 'every event')
        throw new Error('this software does not know events of that name; start the version that recorded it');
      return { stored, changes: touches(projection, whens, stored) };
    });
};

const touches = <Row>({ each }: Projection<Row>, whens: readonly When<Row>[], stored: StoredEvent): Touch<Row>[] => {
  const recorded = recordedOf(stored);
  const changes: Touch<Row>[] = [];
  if (each)
    for (const key of [each.key(recorded)].flat()) changes.push({ key, change: (row) => each.change(row, recorded) });
  for (const w of whens) {
    const { data } = readEvent(w.event, stored.metadata.schemaVersion, stored.data);
    for (const key of [w.key(data, recorded)].flat())
      changes.push({ key, change: (row) => w.change(row, data, recorded) });
  }
  return changes;
};

/** Folds events into row versions, in memory. `current` holds the open version of each key touched so far. */
export class Fold<Row> {
  readonly current = new Map<string, Version<Row>>();
  /** Versions to write: opened here, or stored before and closed here. */
  readonly touched = new Set<Version<Row>>();
  private readonly hear: (stored: StoredEvent) => Heard<Row>;

  constructor(projection: Projection<Row>) {
    this.hear = listening(projection);
  }

  hold(version: Version<Row>): void {
    this.current.set(version.key, { ...version });
  }

  take(stored: StoredEvent): void {
    this.apply(this.hear(stored));
  }

  apply({ stored, changes }: Heard<Row>): void {
    guarded(stored, () => changes.forEach(({ key, change }) => this.change(key, stored.position, change)));
  }

  private change(key: string, position: bigint, change: (row: Row | undefined) => Row | null): void {
    const open = this.current.get(key);
    const next = change(open?.row);
    if (next === (open?.row ?? null)) return;
    if (open) this.close(open, position);
    if (next !== null) this.open({ key, row: next, knownFrom: position, knownTo: null, stored: false });
  }

  private close(version: Version<Row>, position: bigint): void {
    this.current.delete(version.key);
    // Two changes by one event: the first was never known to anybody.
    if (version.knownFrom === position && !version.stored) this.touched.delete(version);
    else this.touched.add(Object.assign(version, { knownTo: position }));
  }

  private open(version: Version<Row>): void {
    this.current.set(version.key, version);
    this.touched.add(version);
  }
}

const guarded = <T>(stored: StoredEvent, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    throw new EventFailed(stored, error);
  }
};
