import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Projections } from '../../../projections/kit/projections.service.js';

type Sample = Readonly<{ at: number; positions: ReadonlyMap<string, bigint> }>;

const EVERY_MS = 5_000;
const KEPT = 13;

/** How fast each projection has moved over the last minute, whichever process runs it. */
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
    const positions = new Map((await this.projections.status()).map((b) => [b.projection, b.position]));
    this.samples = [...this.samples, { at: now, positions }].slice(-KEPT);
  }

  /** Positions a second; null before two samples were taken. */
  of(projection: string): number | null {
    const [first, last] = [this.samples[0], this.samples.at(-1)];
    if (!first || !last || first === last) return null;
    const moved = Number((last.positions.get(projection) ?? 0n) - (first.positions.get(projection) ?? 0n));
    return Math.max(0, moved / ((last.at - first.at) / 1_000));
  }
}
