import { DashboardPublished } from '../../src/measures/published-dashboard/events.js';
import { defineProjection, when } from '../kit/define-projection.js';
import { publishedDashboardsTable, type PublishedDashboardRow } from './row.js';

export const publishedDashboards = defineProjection<PublishedDashboardRow>({
  name: 'published-dashboards',
  answers: 'Which months were published, when, and in which paper?',
  table: publishedDashboardsTable,
  whens: [
    when(
      DashboardPublished,
      ({ planId, period }) => `${planId}/${period}`,
      (row, { planId, period, publishedOn, source }) => {
        const papers = [...(row?.papers ?? []), { publishedOn, source }];
        const [first] = papers.map((paper) => paper.publishedOn).sort();
        return { planId, period, publishedOn: first ?? publishedOn, papers };
      },
    ),
  ],
});
