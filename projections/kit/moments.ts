import type { DataSource } from 'typeorm';
import type { EventStore } from '../../src/event-store/event-store.port.js';
import { bookmarks } from './bookmarks.js';
import { defineProjection, type AnyProjection } from './define-projection.js';
import type { Known } from './known.js';
import { versionedTable, type Versioned } from './versioned-table.js';

type MomentRow = { knownAt: string };
const table = versionedTable<MomentRow>('moments', 1, { knownAt: { type: 'text' } }, [
  { name: 'by_moment', columns: ['knownAt'] },
]);

/** A clock may jump back; the running maximum does not, so every instant has one place in the log. */
export const moments = defineProjection<MomentRow>({
  name: 'moments',
  answers: 'Which events were known at a given moment?',
  table,
  whens: [],
  each: {
    key: () => 'clock',
    change: (row, { recordedAt }) => (row && row.knownAt >= recordedAt ? row : { knownAt: recordedAt }),
  },
});

/** Up to where everything was recorded at or before an instant (UTC). */
export const positionAt = async (db: DataSource, moments: AnyProjection, instant: string): Promise<Known> => {
  const at = new Date(instant).toISOString();
  const next = await db
    .createQueryBuilder(table.entity, 'row')
    .where('row.knownAt > :at', { at })
    .orderBy('row.knownAt')
    .limit(1)
    .getOne();
  const position = next ? BigInt(next.knownFrom) - 1n : await bookmarks.at(db, moments);
  return { position, instant: at };
};

const lastUpTo = (db: DataSource, position: bigint): Promise<Versioned<MomentRow> | null> =>
  db
    .createQueryBuilder(table.entity, 'row')
    .where('row.knownFrom <= :position', { position: String(position) })
    .orderBy('row.knownFrom', 'DESC')
    .limit(1)
    .getOne();

/** When the event at a position (or the last one before it) was recorded; null before the first. */
export const momentOf = async (db: DataSource, position: bigint): Promise<string | null> =>
  (await lastUpTo(db, position))?.knownAt ?? null;

/** Where the last event up to a position stands; 0 before the first. Not every log has an event at every position. */
export const lastEventUpTo = async (db: DataSource, store: EventStore, position: bigint): Promise<bigint> => {
  // The clock knows an event close by; those that it did not move for come after that.
  let last = BigInt((await lastUpTo(db, position))?.knownFrom ?? 0);
  for await (const event of store.readAll(last)) {
    if (event.position > position) break;
    last = event.position;
  }
  return last;
};
