import { untilSettled } from './settled.js';

/** When each event was acknowledged to its writer, and when it was seen on the other side. */
export class Sightings {
  /** Milliseconds from acknowledged to seen; nothing where it was seen before its writer heard of it. */
  readonly delays: number[] = [];
  private readonly acknowledged = new Map<string, number>();
  private readonly early = new Set<string>();

  wrote(key: string): void {
    if (this.early.delete(key)) this.delays.push(0);
    else this.acknowledged.set(key, performance.now());
  }

  saw(key: string): void {
    const at = this.acknowledged.get(key);
    if (at === undefined) this.early.add(key);
    else if (this.acknowledged.delete(key)) this.delays.push(performance.now() - at);
  }

  /** @returns how many were acknowledged and never seen */
  async unseen(): Promise<number> {
    await untilSettled(
      () => this.acknowledged.size === 0,
      () => this.delays.length,
    );
    return this.acknowledged.size;
  }
}
