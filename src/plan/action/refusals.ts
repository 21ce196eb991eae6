import { dueInWords, endsBeforeStart } from '../../kernel/due.js';
import { londonDay } from '../../kernel/plain-date.js';
import { Refusal } from '../../kernel/refusal.js';
import type { Live } from './state.js';

export const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** @throws Refusal when the day, or the whole month, lies ahead in London. */
export const notAhead = (date: string, now: string, field = 'asAt'): void => {
  if (date > londonDay(now).slice(0, date.length))
    throw new Refusal('date-ahead', 'The date must be today or in the past.', field);
};

/** @throws Refusal after a withdrawal. */
export const notWithdrawn = ({ completion }: Live): void => {
  if (completion.status === 'withdrawn')
    throw new Refusal('action-withdrawn', 'This action was withdrawn. Reopen it first.');
};

/** @throws Refusal when nothing is left to be worked on. */
export const stillOpen = (action: Live): void => {
  notWithdrawn(action);
  if (action.completion.status === 'verified')
    throw new Refusal('completion-verified', 'Completion of this action was verified. Reopen it before you change it.');
};

/** @throws Refusal */
export const notBeforeStart = (dueOn: string | null, startOn: string | null, field: string): void => {
  if (!dueOn || !startOn || !endsBeforeStart(dueOn, startOn)) return;
  const sentence =
    field === 'startOn'
      ? `It is due ${dueInWords(dueOn)}. Give a start by then, or move the due date first.`
      : `It starts ${dueInWords(startOn)}. Give a date by which it can be done.`;
  throw new Refusal('due-before-start', sentence, field);
};
