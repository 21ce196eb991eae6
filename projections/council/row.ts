import type { Mode } from '../../src/governance/daybook/events.js';
import { versionedTable } from '../kit/versioned-table.js';

export type CouncilRow = { name: string; mode: Mode };

export const councilTable = versionedTable<CouncilRow>('council', 1, {
  name: { type: 'text' },
  mode: { type: 'text' },
});
