import { CouncilNamed, DaybookOpened } from '../../src/governance/daybook/events.js';
import { defineProjection, when } from '../kit/define-projection.js';
import { councilTable, type CouncilRow } from './row.js';

export const council = defineProjection<CouncilRow>({
  name: 'council',
  answers: 'Whose log is this, and is it a demonstration?',
  table: councilTable,
  whens: [
    when(
      DaybookOpened,
      () => 'council',
      (_row, opened) => ({ name: opened.council, mode: opened.mode }),
    ),
    when(
      CouncilNamed,
      () => 'council',
      (row, { to }) => (row ? { ...row, name: to } : null),
    ),
  ],
});
