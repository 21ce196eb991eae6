import type { DataSource, SelectQueryBuilder } from 'typeorm';
import type { Versioned, VersionedTable } from './versioned-table.js';

/** What was known: everything up to a log position. `instant` is the moment that was asked for, if one was. */
export type Known = Readonly<{ position: bigint; instant: string | null }>;

/** Beyond every position: rows that are still open. */
export const LATEST = 9_223_372_036_854_775_807n;
export const NOW: Known = { position: LATEST, instant: null };

/** The rows of a table as they were known then. Every query of every projection starts here. */
export const rowsKnown = <Row>(
  db: DataSource,
  table: VersionedTable<Row>,
  known: Known,
): SelectQueryBuilder<Versioned<Row>> =>
  db
    .createQueryBuilder(table.entity, 'row')
    .where('row.knownFrom <= :known and (row.knownTo is null or row.knownTo > :known)', {
      known: String(known.position),
    });
