import { setTimeout as pause } from 'node:timers/promises';

const LOOKS = 600;
const LOOK_EVERY_MS = 50;

/** Looks again and again until it is so. @throws Error after half a minute. */
export const eventually = async (isSo: () => Promise<boolean>): Promise<void> => {
  for (let looks = 0; looks < LOOKS; looks += 1) {
    if (await isSo()) return;
    await pause(LOOK_EVERY_MS);
  }
  throw new Error(`waited in vain until ${isSo.toString()}`);
};
