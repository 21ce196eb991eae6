import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Projections } from '../../../projections/kit/projections.service.js';

type Sample = Readonly<{ at: number; taken: ReadonlyMap<string, number> }>;

const EVERY_MS = 5_000;
const KEPT = 13;

/** How many events each projection has taken over the last minute, whichever process runs it. */
@Injectable()
export class Rates implements OnApplicationBootstrap, OnApplicationShutdown {
  private samples: Sample[] = [];
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly projections: Projections) {}

  onApplicationBootstrap(): void {
    // Without the database there is nothing to sample; /health says so.
    this.timer = setInterval(() => void this.sample().catch(() => undefined), EVERY_MS);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    if (this.timer) clearInterval(this.timer);
  }

  async sample(now = performance.now()): Promise<void> {
    const taken = new Map((await this.projections.status()).map((b) => [b.projection, b.taken]));
    this.samples = [...this.samples, { at: now, taken }].slice(-KEPT);
  }

  /** Events a second; null before two samples were made. */
  of(projection: string): number | null {
    const [first, last] = [this.samples[0], this.samples.at(-1)];
    if (!first || !last || first === last) return null;
    const taken = (last.taken.get(projection) ?? 0) - (first.taken.get(projection) ?? 0);
    return Math.max(0, taken / ((last.at - first.at) / 1_000));
  }
}
