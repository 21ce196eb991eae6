import { londonDay } from './plain-date.js';

/** The moment things are recorded, in UTC. Deciders never see it: they get `meta.now`. */
export abstract class Clock {
  abstract now(): string;

  /** The London day that "overdue" and the like are asked for, unless a reader names another. */
  today(): string {
    return londonDay(this.now());
  }
}

export class SystemClock extends Clock {
  now(): string {
    return new Date().toISOString();
  }
}
