import { versionedTable } from '../kit/versioned-table.js';

export type PublishedDashboardRow = {
  planId: string;
  period: string;
  /** The first day on which the month was published. */
  publishedOn: string;
  /** Each paper it was printed in, in the order they were recorded. */
  papers: { publishedOn: string; source: string }[];
};

export const publishedDashboardsTable = versionedTable<PublishedDashboardRow>('published-dashboards', 1, {
  planId: { type: 'uuid' },
  period: { type: 'text' },
  publishedOn: { type: 'text' },
  papers: { type: 'jsonb' },
});
