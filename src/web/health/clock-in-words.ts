import { momentInWords } from '../../kernel/plain-date.js';

/** Machines are never quite of one mind, and a correction of seconds misleads nobody. */
const TOLERATED_MS = 60_000;

/** What to do about a clock that stands before the latest moment in the log; null while it does not. */
export const clockInWords = (now: string, latest: string | null): string | null => {
  if (latest === null || Date.parse(latest) - Date.parse(now) <= TOLERATED_MS) return null;
  return `The clock of this machine has jumped back: it says ${momentInWords(now)}, and an event was recorded on ${momentInWords(latest)}. Set it right. The order of the log does not depend on it, but what is recorded until then counts as known at that later moment.`;
};
