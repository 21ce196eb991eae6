import { readEvent } from '../../src/kernel/event-type.js';
import type { StoredEvent } from '../../src/event-store/event-store.port.js';
import type { AnyProjection, Projection, Recorded } from './define-projection.js';

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
  ...metadata,
  id,
  stream,
  revision,
  position,
  type,
});

/** The row keys that a stored event touches, so that the rows can be loaded before it is folded. */
export const keysOf = (projection: AnyProjection, stored: StoredEvent): string[] =>
  guarded(stored, () =>
    projection.whens
      .filter(({ event }) => event.type === stored.type)
      .flatMap((w) => w.key(readEvent(w.event, stored.metadata.schemaVersion, stored.data).data, recordedOf(stored))),
  );

/** Folds events into row versions, in memory. `current` holds the open version of each key touched so far. */
export class Fold<Row> {
  readonly current = new Map<string, Version<Row>>();
  /** Versions to write: opened here, or stored before and closed here. */
  readonly touched = new Set<Version<Row>>();

  constructor(private readonly projection: Projection<Row>) {}

  hold(version: Version<Row>): void {
    this.current.set(version.key, version);
  }

  take(stored: StoredEvent): void {
    guarded(stored, () => {
      const recorded = recordedOf(stored);
      for (const w of this.projection.whens.filter(({ event }) => event.type === stored.type)) {
        const { data } = readEvent(w.event, stored.metadata.schemaVersion, stored.data);
        const keys = [w.key(data, recorded)].flat();
        for (const key of keys) this.change(key, stored.position, (row) => w.change(row, data, recorded));
      }
    });
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
