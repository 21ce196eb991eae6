import type { ActionFacts } from '../../src/kernel/action-facts.js';

/** An open action against which nothing speaks in January 2018, but for what is given. */
export const facts = (given: Partial<ActionFacts>): ActionFacts => ({
  startOn: null,
  dueOn: null,
  firstDueOn: null,
  moves: 0,
  raisedOn: '2017-07-31',
  lastUpdateOn: '2018-01-10',
  steps: [],
  measures: [],
  completion: 'open',
  claimedOn: null,
  evidence: 0,
  ...given,
});
