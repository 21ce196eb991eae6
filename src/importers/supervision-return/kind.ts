import type { FileKind } from '../file/kinds.js';
import { OUTCOMES, supervisionSeries } from './row.js';

/** The supervision of each team's cases: four shares a team, each a series of its own. */
export const supervisionReturn: FileKind = {
  kind: 'supervision-return',
  sheet: 'supervision',
  inWords: 'a supervision return',
  columns: ['published_row', 'plan_ref', 'measure', 'team', 'unit', 'period', ...OUTCOMES],
  optional: ['section', 'note'],
  series: supervisionSeries,
};
