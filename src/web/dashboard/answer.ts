/** What the page shows is what the query answers: one shape, kept where the rows are made. */
export type { DashboardAnswer, DashboardRow } from '../../../projections/monthly-dashboard/answer.js';
