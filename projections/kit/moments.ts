import type { DataSource } from 'typeorm';
import { bookmarks } from './bookmarks.js';
import { defineProjection, type AnyProjection } from './define-projection.js';
import type { Known } from './known.js';
import { versionedTable } from './versioned-table.js';

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

/** The last position recorded at or before an instant (UTC). */
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

/** When the event at a position (or the last one before it) was recorded; null before the first. */
export const momentOf = async (db: DataSource, position: bigint): Promise<string | null> => {
  const row = await db
    .createQueryBuilder(table.entity, 'row')
    .where('row.knownFrom <= :position', { position: String(position) })
    .orderBy('row.knownFrom', 'DESC')
    .limit(1)
    .getOne();
  return row?.knownAt ?? null;
};
