import { z } from 'zod';
import { ActionRule } from '../../kernel/action-rule.js';
import { Brag } from '../../kernel/brag.js';
import { Day, DayOrMonth } from '../../kernel/plain-date.js';
import { defineEvent, type EventOf } from '../../kernel/event-type.js';
import { RatingRule } from '../../kernel/rating-rule.js';

const Id = z.uuid();
const plan = ({ planId }: { planId: string }) => ({ kind: 'plan', id: planId });

export const Theme = z.object({ number: z.int().min(1), name: z.string().min(1) });
export const PlanReference = z.object({ reference: z.string().min(1), theme: z.int().min(1), section: z.string() });
export const BragMeaning = z.object({ brag: Brag, means: z.string().min(1) });

/** A council lives by several plans at once: each keeps its own themes, actions and BRAG key. */
export const PLAN_KINDS = [
  'ofsted-improvement-plan',
  'practice-improvement-plan',
  'management-agreement',
  'partnership-plan',
] as const;
export const PlanKind = z.enum(PLAN_KINDS);
export type PlanKind = z.infer<typeof PlanKind>;

export const PlanAdopted = defineEvent('PlanAdopted', {
  meaning: 'A plan was adopted: the improvement plan after a judgement, or one of another kind.',
  version: 2,
  schema: z.object({
    planId: Id,
    kind: PlanKind,
    title: z.string().min(1),
    authority: z.string().min(1),
    judgement: z
      .object({
        label: z.string().min(1),
        overall: z.string().min(1),
        publishedOn: DayOrMonth,
        inspectedIn: DayOrMonth,
      })
      .nullable(),
    adoptedOn: DayOrMonth,
  }),
  // Until there were other kinds, every plan was the one after the judgement.
  upcasts: { 1: (v1) => ({ ...v1, kind: 'ofsted-improvement-plan' }) },
  words: (d) => `Adopted the plan "${d.title}" of ${d.authority}`,
  subject: plan,
});

export const ObjectivesSet = defineEvent('ObjectivesSet', {
  meaning: 'The plan was given its strategic objectives.',
  schema: z.object({
    planId: Id,
    objectives: z.array(z.object({ number: z.int().min(1), text: z.string().min(1) })).min(1),
  }),
  words: (d) => `Set ${d.objectives.length} strategic objectives`,
  subject: plan,
  replaces: true,
});

export const ThemesSet = defineEvent('ThemesSet', {
  meaning: 'The plan was divided into themes, each with its plan references.',
  schema: z.object({ planId: Id, themes: z.array(Theme).min(1), references: z.array(PlanReference) }),
  words: (d) => `Set ${d.themes.length} themes with ${d.references.length} plan references`,
  subject: plan,
  replaces: true,
});

export const BragKeyAdopted = defineEvent('BragKeyAdopted', {
  meaning: 'The plan said what each BRAG colour means.',
  schema: z.object({ planId: Id, key: z.array(BragMeaning).min(1) }),
  words: (d) => `Adopted the BRAG key: ${d.key.map((k) => `${k.brag} = ${k.means}`).join('; ')}`,
  subject: plan,
  replaces: true,
});

export const RatingRuleAdopted = defineEvent('RatingRuleAdopted', {
  meaning: 'The plan adopted the rule by which its figures are rated, from a month on.',
  schema: z.object({ planId: Id, rule: RatingRule, adoptedOn: Day }),
  words: (d) => `Adopted version ${d.rule.version} of the rating rule: ${d.rule.words}`,
  subject: plan,
  replaces: true,
});

export const ActionRuleAdopted = defineEvent('ActionRuleAdopted', {
  meaning: 'The plan adopted the rule by which the facts rate its actions, from a day on.',
  schema: z.object({ planId: Id, rule: ActionRule, adoptedOn: Day }),
  words: (d) => `Adopted version ${d.rule.version} of the rule for actions: ${d.rule.words}`,
  subject: plan,
  replaces: true,
});

export const planEvents = [
  PlanAdopted,
  ObjectivesSet,
  ThemesSet,
  BragKeyAdopted,
  RatingRuleAdopted,
  ActionRuleAdopted,
] as const;
export type PlanEvent = EventOf<(typeof planEvents)[number]>;
