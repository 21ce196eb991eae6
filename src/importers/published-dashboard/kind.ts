import type { FileKind } from '../file/kinds.js';
import { dashboardSeries } from './row.js';

/** A council's monthly dashboard as it was printed: one row for each measure and breakdown. */
export const publishedDashboard: FileKind = {
  kind: 'published-dashboard',
  sheet: 'dashboard',
  inWords: 'a published dashboard',
  columns: [
    'published_row',
    'plan_ref',
    'measure',
    'breakdown',
    'unit',
    'previous_period',
    'previous_value',
    'latest_period',
    'latest_value',
    'published_change',
    'published_change_text',
    'published_change_direction',
    'baseline_label',
    'published_baseline_value',
    'published_baseline_text',
    'published_baseline_direction',
    'target_text',
    'target_low',
    'target_high',
    'published_rating',
    'availability',
  ],
  optional: ['section', 'note'],
  series: dashboardSeries,
};
