import { actionBoard } from './action-board/index.js';
import { actionBoardQueries } from './action-board/query.js';
import { auditTrail } from './audit-trail/index.js';
import { auditTrailQueries } from './audit-trail/query.js';
import { council } from './council/index.js';
import { councilQueries } from './council/query.js';
import { importReceipts } from './import-receipts/index.js';
import { importReceiptsQueries } from './import-receipts/query.js';
import type { AnyProjection } from './kit/define-projection.js';
import { moments } from './kit/moments.js';
import { measureSeries } from './measure-series/index.js';
import { measureSeriesQueries } from './measure-series/query.js';
import { monthlyDashboard } from './monthly-dashboard/index.js';
import { monthlyDashboardQueries } from './monthly-dashboard/query.js';
import { planOutline } from './plan-outline/index.js';
import { planOutlineQueries } from './plan-outline/query.js';
import { publishedDashboards } from './published-dashboards/index.js';
import { publishedDashboardsQueries } from './published-dashboards/query.js';
import { publishedDifferences } from './published-differences/index.js';
import { publishedDifferencesQueries } from './published-differences/query.js';
import { subjects } from './subjects/index.js';
import { subjectsQueries } from './subjects/query.js';

export { moments };

/** Every projection that the runner starts. */
export const projections: readonly AnyProjection[] = [
  moments,
  council,
  planOutline,
  actionBoard,
  measureSeries,
  monthlyDashboard,
  publishedDashboards,
  publishedDifferences,
  importReceipts,
  subjects,
  auditTrail,
];

/** What the QueryBus can be asked. */
export const queryHandlers = [
  ...councilQueries,
  ...planOutlineQueries,
  ...actionBoardQueries,
  ...measureSeriesQueries,
  ...monthlyDashboardQueries,
  ...publishedDashboardsQueries,
  ...publishedDifferencesQueries,
  ...importReceiptsQueries,
  ...subjectsQueries,
  ...auditTrailQueries,
];
