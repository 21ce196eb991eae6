import type { Brag } from '../../src/kernel/brag.js';
import { versionedTable } from '../kit/versioned-table.js';

export type StepLine = { stepId: string; title: string; dueOn: string; doneOn: string | null; dropped: boolean };
export type EvidenceLine = {
  evidenceId: string;
  title: string;
  kind: 'link' | 'file';
  link: string | null;
  file: { sha256: string; name: string; mediaType: string; bytes: number } | null;
  describes: string | null;
  withdrawn: boolean;
};
export type EscalationLine = {
  escalationId: string;
  board: string;
  question: string;
  askedOn: string;
  answer: string | null;
  answeredOn: string | null;
};
/** `movedOn` is the London day on which it was entered. */
export type MoveLine = { from: string; to: string; agreedBy: string; why: string; movedOn: string };
type Claim = { summary: string; asAt: string; evidenceIds: string[]; claimedBy: string };
type Dispute = { claimed: Brag; derived: Brag; answer: string; asAt: string };

export type ActionBoardRow = {
  actionId: string;
  planId: string;
  reference: string;
  theme: number;
  planRefs: string[];
  title: string;
  leadRole: string | null;
  ownerId: string | null;
  supportingLeads: string[];
  dependsOn: string[];
  successLooksLike: string | null;
  measureIds: string[];
  recommendations: string[];
  startOn: string | null;
  dueOn: string | null;
  firstDueOn: string | null;
  moves: MoveLine[];
  /** The London day on which it was entered into the plan. */
  raisedOn: string;
  rating: Brag | null;
  rationale: string | null;
  ratedAsAt: string | null;
  lastNote: string | null;
  lastNoteAsAt: string | null;
  /** What the latest of all notes, ratings and steps done was about: a day or a month. */
  lastUpdateOn: string | null;
  risk: string | null;
  riskAsAt: string | null;
  /** What the owner last answered where the rating claimed is more favourable than the facts. */
  dispute: Dispute | null;
  steps: StepLine[];
  evidence: EvidenceLine[];
  escalations: EscalationLine[];
  completion: 'open' | 'claimed' | 'verified' | 'withdrawn';
  /** The claim that stands, verified or not. */
  claim: Claim | null;
  verifiedAsAt: string | null;
  verifiedBy: string | null;
  withdrawnWhy: string | null;
  /** Revision of the action's stream: what an edit form was looking at. */
  revision: number;
};

export const actionBoardTable = versionedTable<ActionBoardRow>('action-board', 2, {
  actionId: { type: 'uuid' },
  planId: { type: 'uuid' },
  reference: { type: 'text' },
  theme: { type: 'int' },
  planRefs: { type: 'jsonb' },
  title: { type: 'text' },
  leadRole: { type: 'text', nullable: true },
  ownerId: { type: 'text', nullable: true },
  supportingLeads: { type: 'jsonb' },
  dependsOn: { type: 'jsonb' },
  successLooksLike: { type: 'text', nullable: true },
  measureIds: { type: 'jsonb' },
  recommendations: { type: 'jsonb' },
  startOn: { type: 'text', nullable: true },
  dueOn: { type: 'text', nullable: true },
  firstDueOn: { type: 'text', nullable: true },
  moves: { type: 'jsonb' },
  raisedOn: { type: 'text' },
  rating: { type: 'text', nullable: true },
  rationale: { type: 'text', nullable: true },
  ratedAsAt: { type: 'text', nullable: true },
  lastNote: { type: 'text', nullable: true },
  lastNoteAsAt: { type: 'text', nullable: true },
  lastUpdateOn: { type: 'text', nullable: true },
  risk: { type: 'text', nullable: true },
  riskAsAt: { type: 'text', nullable: true },
  dispute: { type: 'jsonb', nullable: true },
  steps: { type: 'jsonb' },
  evidence: { type: 'jsonb' },
  escalations: { type: 'jsonb' },
  completion: { type: 'text' },
  claim: { type: 'jsonb', nullable: true },
  verifiedAsAt: { type: 'text', nullable: true },
  verifiedBy: { type: 'text', nullable: true },
  withdrawnWhy: { type: 'text', nullable: true },
  revision: { type: 'int' },
});
