import type { Brag } from '../../src/kernel/brag.js';
import { versionedTable } from '../kit/versioned-table.js';

export type ActionBoardRow = {
  actionId: string;
  planId: string;
  reference: string;
  theme: number;
  planRefs: string[];
  title: string;
  leadRole: string | null;
  startOn: string | null;
  dueOn: string | null;
  rating: Brag | null;
  rationale: string | null;
  ratedAsAt: string | null;
  lastNote: string | null;
  lastNoteAsAt: string | null;
  /** Revision of the action's stream: what an edit form was looking at. */
  revision: number;
};

export const actionBoardTable = versionedTable<ActionBoardRow>('action-board', 1, {
  actionId: { type: 'uuid' },
  planId: { type: 'uuid' },
  reference: { type: 'text' },
  theme: { type: 'int' },
  planRefs: { type: 'jsonb' },
  title: { type: 'text' },
  leadRole: { type: 'text', nullable: true },
  startOn: { type: 'text', nullable: true },
  dueOn: { type: 'text', nullable: true },
  rating: { type: 'text', nullable: true },
  rationale: { type: 'text', nullable: true },
  ratedAsAt: { type: 'text', nullable: true },
  lastNote: { type: 'text', nullable: true },
  lastNoteAsAt: { type: 'text', nullable: true },
  revision: { type: 'int' },
});
