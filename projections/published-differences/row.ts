import type { EventOf } from '../../src/kernel/event-type.js';
import type { PublishedRowRecorded } from '../../src/measures/published-dashboard/events.js';
import { versionedTable } from '../kit/versioned-table.js';

/** One row as it was printed. What disagrees is worked out when asked, by the rule and polarity known then. */
export type PublishedDifferencesRow = EventOf<typeof PublishedRowRecorded>['data'];

export const publishedDifferencesTable = versionedTable<PublishedDifferencesRow>(
  'published-differences',
  1,
  {
    planId: { type: 'uuid' },
    period: { type: 'text' },
    row: { type: 'int' },
    measureId: { type: 'uuid' },
    planRefs: { type: 'jsonb' },
    measure: { type: 'text' },
    breakdown: { type: 'text', nullable: true },
    printed: { type: 'jsonb' },
  },
  [{ name: 'by_period', columns: ['period'] }],
);
