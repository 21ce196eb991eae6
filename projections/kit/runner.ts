import type { Subject } from 'rxjs';
import type { DataSource } from 'typeorm';
import { LogDamaged, type EventStore } from '../../src/event-store/event-store.port.js';
import { bookmarks } from './bookmarks.js';
import type { AnyProjection } from './define-projection.js';
import { foldInto } from './fold-into.js';
import { EventFailed } from './fold.js';
import { READ_SCHEMA } from './versioned-table.js';

export type Progress = Readonly<{ projection: string; position: bigint }>;

/** The events that a projection subscribes to; everything, where it leaves no event out. */
export const heardBy = ({ whens, each, hears }: AnyProjection): { types?: readonly string[] } =>
  each || hears ? {} : { types: [...new Set(whens.map((w) => w.event.type))] };

/**
 * Follows the log for one projection, in order, in batches.
 * Returns when the signal aborts, or when an event fails or cannot be had: then the failure stands beside the bookmark.
 * @throws BookmarkMoved when another process took over, or the table was replaced: start again.
 */
export const runProjection = async (
  projection: AnyProjection,
  { store, db, progress }: { store: EventStore; db: DataSource; progress: Subject<Progress> },
  signal: AbortSignal,
): Promise<void> => {
  const place = await bookmarks.open(db, projection, await store.head());
  try {
    await foldInto(
      { db, projection, schema: READ_SCHEMA },
      place,
      store.subscribe(place.position, signal, heardBy(projection)),
      ({ upTo }) => progress.next({ projection: projection.name, position: upTo }),
    );
  } catch (error) {
    if (error instanceof EventFailed) {
      const { event, message } = error;
      await bookmarks.fail(db, projection, { position: String(event.position), type: event.type, message });
    } else if (error instanceof LogDamaged) {
      const next = String((await bookmarks.at(db, projection)) + 1n);
      await bookmarks.fail(db, projection, { position: next, type: 'of a kind not known', message: error.message });
    } else throw error;
  }
};
