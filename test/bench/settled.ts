import { setTimeout as pause } from 'node:timers/promises';

const LOOK_MS = 20;
const SILENCE_MS = 5_000;

/** Resolves when it is complete; whoever has a gap never is, and then when nothing has come for a while. */
export const untilSettled = async (complete: () => boolean, come: () => number): Promise<void> => {
  let [last, since] = [come(), performance.now()];
  while (!complete() && performance.now() - since < SILENCE_MS) {
    await pause(LOOK_MS);
    if (come() !== last) [last, since] = [come(), performance.now()];
  }
};
