import { z } from 'zod';
import { DateOrQuarter, dueInWords } from '../../../kernel/due.js';
import { defineEvent, type EventOf } from '../../../kernel/event-type.js';
import { DayOrMonth, inWords } from '../../../kernel/plain-date.js';
import { action, Id, Said } from '../about.js';

/** Each says the title again, so that the trail reads without looking back. */
const Step = z.object({ actionId: Id, stepId: Id, title: Said });

export const StepAdded = defineEvent('StepAdded', {
  meaning: 'The action was given a step with a date of its own.',
  schema: Step.extend({ dueOn: DateOrQuarter }),
  words: (d) => `Added the step “${d.title}”, due ${dueInWords(d.dueOn)}`,
  subject: action,
});

export const StepDone = defineEvent('StepDone', {
  meaning: 'A step of the action was done.',
  schema: Step.extend({ doneOn: DayOrMonth }),
  words: (d) => `Did the step “${d.title}” (${inWords(d.doneOn)})`,
  subject: action,
});

export const StepReopened = defineEvent('StepReopened', {
  meaning: 'A step that had been done or dropped is to be done after all.',
  schema: Step.extend({ why: Said }),
  words: (d) => `Reopened the step “${d.title}”`,
  reason: (d) => d.why,
  subject: action,
});

export const StepMoved = defineEvent('StepMoved', {
  meaning: 'The date of a step was moved.',
  schema: Step.extend({ from: DateOrQuarter, to: DateOrQuarter, why: Said }),
  words: (d) => `Moved the step “${d.title}” from ${dueInWords(d.from)} to ${dueInWords(d.to)}`,
  reason: (d) => d.why,
  subject: action,
  changes: (d) => [{ label: `Due: ${d.title}`, before: dueInWords(d.from), after: dueInWords(d.to) }],
});

export const StepDropped = defineEvent('StepDropped', {
  meaning: 'A step is no longer to be done. It stays in the history.',
  schema: Step.extend({ why: Said }),
  words: (d) => `Dropped the step “${d.title}”`,
  reason: (d) => d.why,
  subject: action,
});

export const stepEvents = [StepAdded, StepDone, StepReopened, StepMoved, StepDropped] as const;
export type StepEvent = EventOf<(typeof stepEvents)[number]>;
