import { NotFound, Refusal } from '../../../kernel/refusal.js';
import type { Changes, Decisions } from '../chapter.js';
import { notAhead, notBeforeStart, stillOpen } from '../refusals.js';
import type { Live, Step } from '../state.js';
import type { StepCommand } from './commands.js';
import { StepAdded, StepDone, StepDropped, StepMoved, StepReopened, type StepEvent } from './events.js';

const stepOf = ({ steps }: Live, stepId: string): Step => {
  const step = steps[stepId];
  if (!step) throw new NotFound('no-such-step', 'There is no such step in this action.', 'stepId');
  return step;
};

const stillToDo = (action: Live, { title, doneOn, dropped }: Step): void => {
  stillOpen(action);
  if (doneOn !== null || dropped)
    throw new Refusal('step-over', `“${title}” was ${dropped ? 'dropped' : 'done'}. Reopen the step first.`, 'stepId');
};

export const stepDecisions: Decisions<StepCommand> = {
  AddStep: (command, action) => {
    const { title, dueOn, stepId } = command;
    const there = action.steps[stepId];
    if (there) {
      if (there.title === title && there.addedFor === dueOn) return [];
      throw new Refusal('step-exists', `This id belongs to the step “${there.title}”.`, 'stepId');
    }
    stillOpen(action);
    notBeforeStart(dueOn, action.particulars.startOn, 'dueOn');
    return [StepAdded.of(command)];
  },

  CompleteStep: (command, action, { now }) => {
    const step = stepOf(action, command.stepId);
    if (step.doneOn === command.doneOn) return [];
    stillToDo(action, step);
    notAhead(command.doneOn, now, 'doneOn');
    return [StepDone.of({ ...command, title: step.title })];
  },

  ReopenStep: (command, action) => {
    const step = stepOf(action, command.stepId);
    if (step.doneOn === null && !step.dropped) return [];
    stillOpen(action);
    return [StepReopened.of({ ...command, title: step.title })];
  },

  MoveStep: (command, action) => {
    const step = stepOf(action, command.stepId);
    if (step.dueOn === command.to) return [];
    stillToDo(action, step);
    notBeforeStart(command.to, action.particulars.startOn, 'to');
    return [StepMoved.of({ ...command, title: step.title, from: step.dueOn })];
  },

  DropStep: (command, action) => {
    const step = stepOf(action, command.stepId);
    if (step.dropped) return [];
    stillToDo(action, step);
    return [StepDropped.of({ ...command, title: step.title })];
  },
};

const withStep = (action: Live, stepId: string, change: Partial<Step>): Live => ({
  ...action,
  steps: { ...action.steps, [stepId]: { ...stepOf(action, stepId), ...change } },
});

export const stepChanges: Changes<StepEvent> = {
  StepAdded: (action, { stepId, title, dueOn }) => {
    const step = { title, dueOn, addedFor: dueOn, doneOn: null, dropped: false };
    return { ...action, steps: { ...action.steps, [stepId]: step } };
  },
  StepDone: (action, { stepId, doneOn }) => withStep(action, stepId, { doneOn }),
  StepReopened: (action, { stepId }) => withStep(action, stepId, { doneOn: null, dropped: false }),
  StepMoved: (action, { stepId, to }) => withStep(action, stepId, { dueOn: to }),
  StepDropped: (action, { stepId }) => withStep(action, stepId, { dropped: true }),
};
