import { setTimeout as pause } from 'node:timers/promises';

const FIRST_MS = 100;
const LONGEST_MS = 5_000;

/** Waits twice as long after each failure, up to five seconds; a signal that aborts ends the wait. */
export class BackOff {
  private milliseconds = FIRST_MS;

  constructor(private readonly signal: AbortSignal) {}

  async wait(): Promise<void> {
    await pause(this.milliseconds, undefined, { signal: this.signal }).catch(() => undefined);
    this.milliseconds = Math.min(this.milliseconds * 2, LONGEST_MS);
  }

  /** It works again. */
  reset(): void {
    this.milliseconds = FIRST_MS;
  }
}
