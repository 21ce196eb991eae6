import type { BoardAction } from '../../../../projections/action-board/query.js';
import { fill } from '../../../event-store/command/fill.js';
import { newId } from '../../../kernel/identifiers.js';
import * as send from '../../../plan/action/commands.js';
import { answering } from '../dispute.js';
import { unlessClaimedBySomebodyElse, unlessOver, unlessWithdrawn } from './closed.js';
import { AS_AT, WHY } from './fields.js';
import { answerEscalation, completeStep, dropStep, moveStep, reopenStep, withdrawEvidence } from './items.js';
import { listIn, type Verb } from './verb.js';
import { LEADS, LEADS_OR_PERFORMANCE, PERFORMANCE, QUALITY_TOO } from './who.js';

const standing = ({ evidence }: BoardAction) =>
  evidence.filter(({ withdrawn }) => !withdrawn).map(({ evidenceId, title }) => [evidenceId, title] as const);

export const assign: Verb = {
  ...{ path: 'assign', title: 'Assign', permission: 'actions.assign', who: PERFORMANCE, button: 'Assign the action' },
  done: 'The action was assigned',
  fields: [
    { name: 'ownerRole', label: 'Owner’s role', kind: 'text', initial: ({ leadRole }) => leadRole ?? '' },
    {
      ...{ name: 'ownerId', label: 'User name of the person', kind: 'text' },
      hint: 'Leave it empty to give the action to the role alone.',
      initial: ({ ownerId }) => ownerId ?? '',
    },
  ],
  command: ({ ownerRole, ownerId }, { actionId }) =>
    fill(send.AssignAction, { actionId, ownerRole, ownerId: ownerId || null }),
  closed: unlessWithdrawn,
};

export const moveDue: Verb = {
  ...{ path: 'due', title: 'Move the due date', permission: 'actions.move-due', who: LEADS_OR_PERFORMANCE },
  ...{ button: 'Record the new date', done: 'The due date was recorded' },
  fields: [
    {
      ...{ name: 'to', label: 'New due date', kind: 'due' },
      hint: 'A day like 2018-03-31, a month like 2018-03, a quarter like 2017-18 Q3, or ongoing. The first date stays visible.',
    },
    { name: 'agreedBy', label: 'Who agreed to it?', hint: 'For example: the improvement board', kind: 'text' },
    WHY,
  ],
  command: ({ to, agreedBy, why }, { actionId }) => fill(send.MoveDueDate, { actionId, to, agreedBy, why }),
  closed: unlessOver,
};

export const addStep: Verb = {
  ...{ path: 'step', title: 'Add a step', permission: 'actions.steps', who: LEADS_OR_PERFORMANCE },
  ...{ button: 'Add the step', done: 'The step was added' },
  fields: [
    { name: 'title', label: 'Step', kind: 'text' },
    { name: 'dueOn', label: 'Due', hint: 'A day like 2018-03-31, a month or a quarter.', kind: 'due' },
  ],
  command: ({ title, dueOn }, { actionId }) => fill(send.AddStep, { actionId, stepId: newId(), title, dueOn }),
  closed: unlessOver,
};

export const attachLink: Verb = {
  ...{ path: 'evidence', title: 'Attach evidence', permission: 'actions.evidence' },
  who: QUALITY_TOO,
  ...{ button: 'Attach the evidence', done: 'The evidence was attached' },
  fields: [
    { name: 'title', label: 'Title', kind: 'text' },
    { name: 'link', label: 'Link', hint: 'Where it is kept, beginning with https://', kind: 'text' },
    { name: 'describes', label: 'What does it show?', hint: 'Do not name children or families.', kind: 'textarea' },
  ],
  command: ({ title, link, describes }, { actionId }) =>
    fill(send.AttachEvidence, {
      ...{ actionId, evidenceId: newId(), title, kind: 'link', link: link || null },
      ...{ file: null, describes: describes || null },
    }),
  closed: unlessWithdrawn,
};

export const putAtRisk: Verb = {
  ...{ path: 'risk', title: 'Say what puts it at risk', permission: 'actions.rate', who: LEADS },
  ...{ button: 'Record the risk', done: 'The risk was recorded' },
  fields: [{ name: 'risk', label: 'What puts it at risk?', kind: 'textarea' }, AS_AT],
  command: ({ risk, asAt }, { actionId }) => fill(send.PutActionAtRisk, { actionId, risk, asAt }),
  closed: unlessOver,
};

export const liftRisk: Verb = {
  ...{ path: 'no-risk', title: 'Lift the risk', permission: 'actions.rate', who: LEADS, button: 'Lift the risk' },
  done: 'The action is no longer at risk',
  fields: [WHY],
  command: ({ why }, { actionId }) => fill(send.LiftActionRisk, { actionId, why }),
  closed: (action) => unlessOver(action) ?? (action.risk === null ? 'Nothing puts it at risk.' : null),
};

export const escalate: Verb = {
  ...{ path: 'escalate', title: 'Escalate to a board', permission: 'actions.escalate', who: LEADS_OR_PERFORMANCE },
  ...{ button: 'Put the question', done: 'The question was put to the board' },
  fields: [
    { name: 'board', label: 'Which board?', kind: 'text', initial: () => 'the improvement board' },
    { name: 'question', label: 'What should it decide?', kind: 'textarea' },
    AS_AT,
  ],
  command: ({ board, question, asAt }, { actionId }) =>
    fill(send.EscalateAction, { actionId, escalationId: newId(), board, question, asAt }),
  closed: unlessOver,
};

export const answerDispute: Verb = {
  ...{ path: 'dispute', title: 'Answer the difference', permission: 'actions.rate', who: LEADS },
  ...{ button: 'Record the answer', done: 'Your answer was recorded' },
  fields: [{ name: 'answer', label: 'Why do you claim more than the facts support?', kind: 'textarea' }, AS_AT],
  command: ({ answer, asAt }, action) => answering(action, { answer, asAt }),
  closed: (action) =>
    unlessOver(action) ?? (action.standing.disputed ? null : 'What is claimed is no better than the facts.'),
};

export const claim: Verb = {
  ...{ path: 'claim', title: 'Claim completion', permission: 'actions.claim', who: LEADS },
  ...{ button: 'Claim completion', done: 'Completion was claimed. Somebody else verifies it.' },
  fields: [
    { name: 'summary', label: 'What was achieved?', kind: 'textarea' },
    {
      ...{ name: 'evidenceIds', label: 'Evidence', kind: 'checkboxes', choices: standing },
      hint: 'What shows it. It is not blue before somebody else has looked at the evidence.',
    },
    AS_AT,
  ],
  command: ({ summary, evidenceIds, asAt }, { actionId }) =>
    fill(send.ClaimCompletion, { actionId, summary, evidenceIds: listIn(evidenceIds), asAt }),
  closed: (action) =>
    unlessOver(action) ??
    (action.completion === 'claimed' ? 'Completion is claimed already: it waits to be verified.' : null),
};

export const verify: Verb = {
  ...{ path: 'verify', title: 'Verify completion', permission: 'actions.verify' },
  ...{ who: 'The performance team and quality assurance do this.' },
  ...{ button: 'Verify completion', done: 'Completion was verified: the action is blue' },
  fields: [
    { name: 'evidenceIds', label: 'Which evidence have you looked at?', kind: 'checkboxes', choices: standing },
    { name: 'comment', label: 'What does it show?', kind: 'textarea' },
    AS_AT,
  ],
  command: ({ comment, evidenceIds, asAt }, { actionId }) =>
    fill(send.VerifyCompletion, { actionId, comment, evidenceIds: listIn(evidenceIds), asAt }),
  closed: unlessClaimedBySomebodyElse,
};

export const sendBack: Verb = {
  ...{ path: 'send-back', title: 'Send the claim back', permission: 'actions.verify', who: verify.who },
  ...{ button: 'Send it back', done: 'The claim was sent back' },
  fields: [WHY, AS_AT],
  command: ({ why, asAt }, { actionId }) => fill(send.SendBackCompletion, { actionId, why, asAt }),
  closed: unlessClaimedBySomebodyElse,
};

export const reopen: Verb = {
  ...{ path: 'reopen', title: 'Reopen', permission: 'actions.withdraw', who: PERFORMANCE, button: 'Reopen the action' },
  done: 'The action was reopened',
  fields: [WHY],
  command: ({ why }, { actionId }) => fill(send.ReopenAction, { actionId, why }),
  closed: ({ completion }) => (completion === 'verified' || completion === 'withdrawn' ? null : 'This action is open.'),
};

export const withdraw: Verb = {
  ...{ path: 'withdraw', title: 'Withdraw', permission: 'actions.withdraw', who: PERFORMANCE },
  ...{ button: 'Withdraw the action', done: 'The action was withdrawn. It stays in the plan, with its history.' },
  fields: [WHY],
  command: ({ why }, { actionId }) => fill(send.WithdrawAction, { actionId, why }),
  closed: unlessOver,
};

/** In the order in which the action's page offers them. */
export const VERBS: readonly Verb[] = [
  ...[answerDispute, claim, verify, sendBack],
  ...[moveDue, addStep, completeStep, moveStep, dropStep, reopenStep],
  ...[attachLink, withdrawEvidence, putAtRisk, liftRisk, escalate, answerEscalation],
  ...[assign, withdraw, reopen],
];
