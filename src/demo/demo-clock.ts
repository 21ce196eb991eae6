import { Clock, SystemClock } from '../kernel/clock.js';

/** The day on which the sample authority's papers end: years later everything would only be overdue. */
export const STORY_ENDS = '2018-01-16';

/** The real clock, unless it is set to a past moment: then each look is a millisecond later, so that order is kept. */
export class DemoClock extends Clock {
  private readonly real = new SystemClock();
  private next: number | null = null;

  now(): string {
    if (this.next === null) return this.real.now();
    const moment = new Date(this.next).toISOString();
    this.next += 1;
    return moment;
  }

  override today(): string {
    return STORY_ENDS;
  }

  /** @param instant UTC, like `2017-11-14T09:00:00Z` */
  set(instant: string): void {
    this.next = Date.parse(instant);
  }

  release(): void {
    this.next = null;
  }
}
