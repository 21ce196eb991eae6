import type { Decider } from '../../kernel/decider.js';
import { NotFound, Refusal } from '../../kernel/refusal.js';
import type { PlanCommand, SetThemes } from './commands.js';
import {
  ActionRuleAdopted,
  BragKeyAdopted,
  ObjectivesSet,
  PlanAdopted,
  RatingRuleAdopted,
  ThemesSet,
  type PlanEvent,
} from './events.js';

/** What has been said so far, in the shape of the events that said it. */
export type Plan = Readonly<{
  adopted: boolean;
  latest: Readonly<Record<string, string>>;
  ruleVersion: number;
  actionRuleVersion: number;
}>;

const saysAgain = (plan: Plan, event: PlanEvent) => plan.latest[event.type] === JSON.stringify(event.data);

export const planDecider: Decider<Plan, PlanCommand, PlanEvent> = {
  initial: { adopted: false, latest: {}, ruleVersion: 0, actionRuleVersion: 0 },

  evolve: (plan, event) => ({
    adopted: true,
    latest: { ...plan.latest, [event.type]: JSON.stringify(event.data) },
    ruleVersion: event.type === 'RatingRuleAdopted' ? event.data.rule.version : plan.ruleVersion,
    actionRuleVersion: event.type === 'ActionRuleAdopted' ? event.data.rule.version : plan.actionRuleVersion,
  }),

  decide: (command, plan) => {
    if (command.type !== 'AdoptPlan' && !plan.adopted)
      throw new NotFound('no-such-plan', 'There is no such plan. Adopt it first.', 'planId');
    const event = proposed(command, plan);
    return saysAgain(plan, event) ? [] : [event];
  },
};

const proposed = (command: PlanCommand, plan: Plan): PlanEvent => {
  switch (command.type) {
    case 'AdoptPlan': {
      const event = PlanAdopted.of({ ...command, kind: command.kind ?? 'ofsted-improvement-plan' });
      mustAnswerItsJudgement(event.data);
      if (plan.adopted && !saysAgain(plan, event))
        throw new Refusal('plan-already-adopted', 'This plan was already adopted with other particulars.', 'planId');
      return event;
    }
    case 'SetObjectives':
      return ObjectivesSet.of(command);
    case 'SetThemes':
      mustNameThemesThereAre(command);
      return ThemesSet.of(command);
    case 'AdoptBragKey':
      return BragKeyAdopted.of(command);
    case 'AdoptRatingRule': {
      const event = RatingRuleAdopted.of(command);
      if (!saysAgain(plan, event)) mustBeNewer(command.rule.version, plan.ruleVersion);
      return event;
    }
    case 'AdoptActionRule': {
      mustNameEachOnce(command.rule.signs.map(({ sign }) => sign));
      const event = ActionRuleAdopted.of(command);
      if (!saysAgain(plan, event)) mustBeNewer(command.rule.version, plan.actionRuleVersion);
      return event;
    }
  }
};

const mustNameThemesThereAre = ({ themes, references }: SetThemes) => {
  const known = new Set(themes.map((theme) => theme.number));
  const stray = references.find((reference) => !known.has(reference.theme));
  if (stray)
    throw new Refusal(
      'no-such-theme',
      `Plan reference ${stray.reference} names theme ${stray.theme}, which is not in the list.`,
      'references',
    );
};

const mustAnswerItsJudgement = ({ kind, judgement }: ReturnType<typeof PlanAdopted.of>['data']) => {
  if (kind === 'ofsted-improvement-plan' && judgement === null)
    throw new Refusal(
      'judgement-missing',
      'An Ofsted improvement plan answers a judgement. Give the judgement, or choose another kind of plan.',
      'judgement',
    );
};

const mustBeNewer = (version: number, inForce: number) => {
  if (version <= inForce)
    throw new Refusal(
      'rule-version-used',
      `Version ${inForce} of the rule is in force. Give the new rule a higher version.`,
      'rule.version',
    );
};

const mustNameEachOnce = (signs: readonly string[]) => {
  const twice = signs.find((sign, i) => signs.indexOf(sign) !== i);
  if (twice)
    throw new Refusal('sign-named-twice', `The rule names "${twice}" twice. Give each sign one colour.`, 'rule.signs');
};

export const planStream = (planId: string) => `plan-${planId}`;
