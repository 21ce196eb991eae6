import type { ActionRule } from '../../src/kernel/action-rule.js';

/** A rule as a spec takes it for granted: five weeks between updates, two moves of the due date, every sign weighed. */
export const ACTION_RULE: ActionRule = {
  version: 1,
  from: '2017-07-01',
  updateWithinDays: 35,
  movesAllowed: 2,
  dueSoonDays: 30,
  signs: [
    { sign: 'overdue', supports: 'red' },
    { sign: 'not-updated', supports: 'amber' },
    { sign: 'milestone-missed', supports: 'amber' },
    { sign: 'measure-off-target', supports: 'amber' },
    { sign: 'measure-worsening', supports: 'red' },
    { sign: 'due-moved-often', supports: 'amber' },
    { sign: 'claimed-without-verified-evidence', supports: 'amber' },
  ],
  words: 'An update every five weeks, and no more than two moves of the due date.',
};
