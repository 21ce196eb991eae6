import type { Decider } from '../../kernel/decider.js';
import { NotFound, Refusal } from '../../kernel/refusal.js';
import type { PlanCommand } from './commands.js';
import { BragKeyAdopted, ObjectivesSet, PlanAdopted, RatingRuleAdopted, ThemesSet, type PlanEvent } from './events.js';

/** What has been said so far, in the shape of the events that said it. */
export type Plan = Readonly<{ adopted: boolean; latest: Readonly<Record<string, string>>; ruleVersion: number }>;

const saysAgain = (plan: Plan, event: PlanEvent) => plan.latest[event.type] === JSON.stringify(event.data);

export const planDecider: Decider<Plan, PlanCommand, PlanEvent> = {
  initial: { adopted: false, latest: {}, ruleVersion: 0 },

  evolve: (plan, event) => ({
    adopted: true,
    latest: { ...plan.latest, [event.type]: JSON.stringify(event.data) },
    ruleVersion: event.type === 'RatingRuleAdopted' ? event.data.rule.version : plan.ruleVersion,
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
      const event = PlanAdopted.of(command);
      if (plan.adopted && !saysAgain(plan, event))
        throw new Refusal('plan-already-adopted', 'This plan was already adopted with other particulars.', 'planId');
      return event;
    }
    case 'SetObjectives':
      return ObjectivesSet.of(command);
    case 'SetThemes': {
      const known = new Set(command.themes.map((theme) => theme.number));
      const stray = command.references.find((reference) => !known.has(reference.theme));
      if (stray)
        throw new Refusal(
          'no-such-theme',
          `Plan reference ${stray.reference} names theme ${stray.theme}, which is not in the list.`,
          'references',
        );
      return ThemesSet.of(command);
    }
    case 'AdoptBragKey':
      return BragKeyAdopted.of(command);
    case 'AdoptRatingRule': {
      const event = RatingRuleAdopted.of(command);
      if (command.rule.version <= plan.ruleVersion && !saysAgain(plan, event))
        throw new Refusal(
          'rule-version-used',
          `Version ${plan.ruleVersion} of the rule is in force. Give the new rule a higher version.`,
          'rule.version',
        );
      return event;
    }
  }
};

export const planStream = (planId: string) => `plan-${planId}`;
