import {
  ActionRuleAdopted,
  BragKeyAdopted,
  ObjectivesSet,
  PlanAdopted,
  RatingRuleAdopted,
  ThemesSet,
} from '../../src/plan/plan/events.js';
import { defineProjection, when } from '../kit/define-projection.js';
import { planOutlineTable, type PlanOutlineRow } from './row.js';

const planOf = ({ planId }: { planId: string }) => planId;
const nothingYet = { objectives: [], themes: [], references: [], bragKey: [], rules: [], actionRules: [] };

export const planOutline = defineProjection<PlanOutlineRow>({
  name: 'plan-outline',
  answers: 'What does the plan promise, and by which rules are its figures and its actions rated?',
  table: planOutlineTable,
  whens: [
    when(PlanAdopted, planOf, (_row, adopted) => ({ ...adopted, ...nothingYet })),
    when(ObjectivesSet, planOf, (row, { objectives }) => (row ? { ...row, objectives } : null)),
    when(ThemesSet, planOf, (row, { themes, references }) => (row ? { ...row, themes, references } : null)),
    when(BragKeyAdopted, planOf, (row, { key }) => (row ? { ...row, bragKey: key } : null)),
    when(RatingRuleAdopted, planOf, (row, { rule }) => (row ? { ...row, rules: [...row.rules, rule] } : null)),
    when(ActionRuleAdopted, planOf, (row, { rule }) =>
      row ? { ...row, actionRules: [...row.actionRules, rule] } : null,
    ),
  ],
});
