import { ActionRaised } from '../../src/plan/action/events.js';

/** An action as a spec takes it for granted. */
export const ACTION = {
  actionId: '00000000-0000-4000-8000-000000000012',
  planId: '00000000-0000-4000-8000-000000000001',
  reference: 'A12',
  theme: 4,
  planRefs: ['4a(iv)'],
  title: 'Decide on every contact within a day',
  leadRole: 'Head of the front door',
  ownerId: 'front.door',
  supportingLeads: ['Head of performance'],
  dependsOn: ['Police'],
  startOn: '2017-09',
  dueOn: '2018-03-31',
  successLooksLike: 'Nine in ten contacts are decided within a day',
  measureIds: ['00000000-0000-4000-8000-000000000031'],
  recommendations: ['Ofsted 2017, 3'],
};
export const raisedAction = (changed: Partial<Parameters<typeof ActionRaised.of>[0]> = {}) =>
  ActionRaised.of({ ...ACTION, ...changed });
