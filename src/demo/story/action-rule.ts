import type { ActionRule } from '../../kernel/action-rule.js';

/** The council's papers give no rule for actions: this one is the demonstration's own, and says so. */
export const SAMPLE_ACTION_RULE: ActionRule = {
  version: 1,
  from: '2017-10-31',
  updateWithinDays: 35,
  movesAllowed: 1,
  dueSoonDays: 30,
  signs: [
    { sign: 'overdue', supports: 'red' },
    { sign: 'not-updated', supports: 'amber' },
    { sign: 'milestone-missed', supports: 'amber' },
    { sign: 'measure-off-target', supports: 'amber' },
    { sign: 'measure-worsening', supports: 'amber' },
    { sign: 'due-moved-often', supports: 'amber' },
    { sign: 'claimed-without-verified-evidence', supports: 'amber' },
  ],
  words:
    'A rule of this demonstration, not of the council: what is overdue is red; what nobody has updated for five weeks, what misses a step, moves its date twice, hangs on a measure that is off target or getting worse, or waits to be verified, is amber; nothing is blue before its completion was verified with evidence.',
};
