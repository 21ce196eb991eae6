import type { PlanAdopted, BragKeyAdopted, ObjectivesSet, ThemesSet } from '../../src/plan/plan/events.js';
import type { EventOf } from '../../src/kernel/event-type.js';
import type { RatingRule } from '../../src/kernel/rating-rule.js';
import { versionedTable } from '../kit/versioned-table.js';

export type PlanOutlineRow = EventOf<typeof PlanAdopted>['data'] & {
  objectives: EventOf<typeof ObjectivesSet>['data']['objectives'];
  themes: EventOf<typeof ThemesSet>['data']['themes'];
  references: EventOf<typeof ThemesSet>['data']['references'];
  bragKey: EventOf<typeof BragKeyAdopted>['data']['key'];
  /** Every version, in the order of adoption. */
  rules: RatingRule[];
};

export const planOutlineTable = versionedTable<PlanOutlineRow>('plan-outline', 1, {
  planId: { type: 'uuid' },
  title: { type: 'text' },
  authority: { type: 'text' },
  judgement: { type: 'jsonb' },
  adoptedOn: { type: 'text' },
  objectives: { type: 'jsonb' },
  themes: { type: 'jsonb' },
  references: { type: 'jsonb' },
  bragKey: { type: 'jsonb' },
  rules: { type: 'jsonb' },
});
