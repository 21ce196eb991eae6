import type { PlanAdopted, BragKeyAdopted, ObjectivesSet, ThemesSet } from '../../src/plan/plan/events.js';
import type { EventOf } from '../../src/kernel/event-type.js';
import type { ActionRule } from '../../src/kernel/action-rule.js';
import type { RatingRule } from '../../src/kernel/rating-rule.js';
import { versionedTable } from '../kit/versioned-table.js';

export type PlanOutlineRow = EventOf<typeof PlanAdopted>['data'] & {
  objectives: EventOf<typeof ObjectivesSet>['data']['objectives'];
  themes: EventOf<typeof ThemesSet>['data']['themes'];
  references: EventOf<typeof ThemesSet>['data']['references'];
  bragKey: EventOf<typeof BragKeyAdopted>['data']['key'];
  /** Every version, in the order of adoption. */
  rules: RatingRule[];
  /** Every version of the rule for actions, in the order of adoption. */
  actionRules: ActionRule[];
};

export const planOutlineTable = versionedTable<PlanOutlineRow>('plan-outline', 2, {
  planId: { type: 'uuid' },
  kind: { type: 'text' },
  title: { type: 'text' },
  authority: { type: 'text' },
  judgement: { type: 'jsonb', nullable: true },
  adoptedOn: { type: 'text' },
  objectives: { type: 'jsonb' },
  themes: { type: 'jsonb' },
  references: { type: 'jsonb' },
  bragKey: { type: 'jsonb' },
  rules: { type: 'jsonb' },
  actionRules: { type: 'jsonb' },
});
