import { fill } from '../../event-store/command/fill.js';
import { idFrom } from '../../kernel/identifiers.js';
import {
  AdoptActionRule,
  AdoptBragKey,
  AdoptPlan,
  AdoptRatingRule,
  SetObjectives,
  SetThemes,
} from '../../plan/plan/commands.js';
import type { SamplePlan } from '../sample-files.js';
import { SAMPLE_ACTION_RULE } from './action-rule.js';
import { demoSender, london, type Moment } from './moment.js';

const ADOPTED = '2017-07';
const ADOPTED_BY = '2017-07-31';

export const planIdOf = ({ title, authority }: SamplePlan): string => idFrom('sample-plan', authority, title);

/** The plan is adopted, with its objectives, themes, key and rule. */
export const planMoment = (plan: SamplePlan): Moment => {
  const planId = planIdOf(plan);
  const { title, authority, objectives, bragKey, ratingRules, judgement } = plan;
  const { label, overall, published, inspectionStart } = judgement;
  const commands = [
    fill(AdoptPlan, {
      ...{ planId, title, authority, adoptedOn: ADOPTED },
      judgement: { label, overall, publishedOn: published, inspectedIn: inspectionStart },
    }),
    fill(SetObjectives, { planId, objectives }),
    fill(SetThemes, {
      planId,
      themes: plan.themes.map(({ number, name }) => ({ number, name })),
      references: plan.planRefs.map(({ ref, theme, section }) => ({ reference: ref, theme, section })),
    }),
    fill(AdoptBragKey, { planId, key: bragKey.map(({ brag, meaning }) => ({ brag, means: meaning })) }),
    ...ratingRules.map((rule) => fill(AdoptRatingRule, { planId, rule, adoptedOn: ADOPTED_BY })),
    fill(AdoptActionRule, { planId, rule: SAMPLE_ACTION_RULE, adoptedOn: ADOPTED_BY }),
  ];
  return { at: london(ADOPTED_BY, '17:00'), lanes: [commands.map((command) => command.by(demoSender('performance')))] };
};
