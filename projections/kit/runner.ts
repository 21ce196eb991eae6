import type { Subject } from 'rxjs';
import type { DataSource } from 'typeorm';
import { isCaughtUp, type EventStore, type StoredEvent } from '../../src/event-store/event-store.port.js';
import { bookmarks } from './bookmarks.js';
import type { AnyProjection } from './define-projection.js';
import { EventFailed } from './fold.js';
import { applyBatch } from './tables.js';

export type Progress = Readonly<{ projection: string; position: bigint }>;

const BATCH = 500;

/**
 * Follows the log for one projection, in order, in batches; rows and bookmark are written in one transaction.
 * Returns when the signal aborts, or when an event fails: then the failure stands beside the bookmark.
 */
export const runProjection = async (
  projection: AnyProjection,
  on: { store: EventStore; db: DataSource; progress: Subject<Progress> },
  signal: AbortSignal,
): Promise<void> => {
  let at = await bookmarks.of(on.db, projection);
  let batch: StoredEvent[] = [];
  const types = [...new Set(projection.whens.map((w) => w.event.type))];

  const flush = async (upTo: bigint) => {
    if (upTo === at) return;
    const events = batch;
    batch = [];
    await on.db.transaction(async (tx) => {
      if (events.length > 0) await applyBatch(tx, projection, events);
      await bookmarks.move(tx, projection, at, upTo);
    });
    at = upTo;
    on.progress.next({ projection: projection.name, position: at });
  };

  try {
    for await (const item of on.store.subscribe(at, signal, { types })) {
      if (isCaughtUp(item)) await flush(item.caughtUp);
      else if (batch.push(item) >= BATCH) await flush(item.position);
    }
  } catch (error) {
    if (!(error instanceof EventFailed)) throw error;
    const { event, message } = error;
    await bookmarks.fail(on.db, projection, { position: String(event.position), type: event.type, message });
  }
};
