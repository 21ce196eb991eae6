/** The moment things are recorded, in UTC. Deciders never see it: they get `meta.now`. */
export abstract class Clock {
  abstract now(): string;
}

export class SystemClock extends Clock {
  now(): string {
    return new Date().toISOString();
  }
}
