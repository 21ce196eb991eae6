import type { BoardAction } from '../../../../projections/action-board/query.js';
import { fill } from '../../../event-store/command/fill.js';
import { dueInWords } from '../../../kernel/due.js';
import * as send from '../../../plan/action/commands.js';
import { unlessOver, unlessWithdrawn } from './closed.js';
import { AS_AT, WHY } from './fields.js';
import type { Field, Verb } from './verb.js';
import { BOARD, LEADS_OR_PERFORMANCE, QUALITY_TOO } from './who.js';

type Step = BoardAction['steps'][number];
const toDo = ({ doneOn, dropped }: Step): boolean => doneOn === null && !dropped;
const over = (step: Step): boolean => !toDo(step);

const stepOf = (which: (step: Step) => boolean): Field => ({
  ...{ name: 'stepId', label: 'Which step?', kind: 'radios' },
  choices: ({ steps }) =>
    steps.filter(which).map(({ stepId, title, dueOn }) => [stepId, `${title}, due ${dueInWords(dueOn)}`] as const),
});
const someStep = (which: (step: Step) => boolean, none: string) => (action: BoardAction) =>
  unlessOver(action) ?? (action.steps.some(which) ? null : none);
const NONE_TO_DO = 'No step is left to do.';
const steps = { permission: 'actions.steps', who: LEADS_OR_PERFORMANCE } as const;

export const completeStep: Verb = {
  ...{ path: 'step-done', title: 'Say that a step is done', ...steps, button: 'Record it', done: 'The step is done' },
  fields: [
    stepOf(toDo),
    { name: 'doneOn', label: 'Done on', hint: 'Today or earlier.', kind: 'day', initial: (_action, today) => today },
  ],
  command: ({ stepId, doneOn }, { actionId }) => fill(send.CompleteStep, { actionId, stepId, doneOn }),
  closed: someStep(toDo, NONE_TO_DO),
};

export const moveStep: Verb = {
  ...{ path: 'step-move', title: 'Move a step', ...steps, button: 'Record the new date', done: 'The step was moved' },
  fields: [stepOf(toDo), { name: 'to', label: 'New date', hint: 'A day, a month or a quarter.', kind: 'due' }, WHY],
  command: ({ stepId, to, why }, { actionId }) => fill(send.MoveStep, { actionId, stepId, to, why }),
  closed: someStep(toDo, NONE_TO_DO),
};

export const dropStep: Verb = {
  ...{ path: 'step-drop', title: 'Drop a step', ...steps, button: 'Drop the step', done: 'The step was dropped' },
  fields: [stepOf(toDo), WHY],
  command: ({ stepId, why }, { actionId }) => fill(send.DropStep, { actionId, stepId, why }),
  closed: someStep(toDo, NONE_TO_DO),
};

export const reopenStep: Verb = {
  ...{
    path: 'step-reopen',
    title: 'Reopen a step',
    ...steps,
    button: 'Reopen the step',
    done: 'The step was reopened',
  },
  fields: [stepOf(over), WHY],
  command: ({ stepId, why }, { actionId }) => fill(send.ReopenStep, { actionId, stepId, why }),
  closed: someStep(over, 'No step is done or dropped.'),
};

export const withdrawEvidence: Verb = {
  ...{ path: 'evidence-withdraw', title: 'Withdraw evidence', permission: 'actions.evidence', who: QUALITY_TOO },
  ...{ button: 'Withdraw the evidence', done: 'The evidence was withdrawn. It stays in the history.' },
  fields: [
    {
      ...{ name: 'evidenceId', label: 'Which evidence?', kind: 'radios' },
      choices: ({ evidence }) =>
        evidence.filter(({ withdrawn }) => !withdrawn).map(({ evidenceId, title }) => [evidenceId, title] as const),
    },
    WHY,
  ],
  command: ({ evidenceId, why }, { actionId }) => fill(send.WithdrawEvidence, { actionId, evidenceId, why }),
  closed: (action) =>
    unlessWithdrawn(action) ??
    (action.evidence.some(({ withdrawn }) => !withdrawn) ? null : 'No evidence is attached.'),
};

export const answerEscalation: Verb = {
  ...{ path: 'answer', title: 'Answer for the board', permission: 'actions.answer-escalation', who: BOARD },
  ...{ button: 'Record the answer', done: 'The answer was recorded' },
  fields: [
    {
      ...{ name: 'escalationId', label: 'Which question?', kind: 'radios' },
      choices: ({ escalations }) =>
        escalations
          .filter(({ answer }) => answer === null)
          .map(({ escalationId, board, question }) => [escalationId, `${question} (to ${board})`] as const),
    },
    { name: 'answer', label: 'Answer', kind: 'textarea' },
    AS_AT,
  ],
  command: ({ escalationId, answer, asAt }, { actionId }) =>
    fill(send.AnswerEscalation, { actionId, escalationId, answer, asAt }),
  closed: (action) =>
    unlessWithdrawn(action) ??
    (action.escalations.some(({ answer }) => answer === null) ? null : 'No question waits for an answer.'),
};
