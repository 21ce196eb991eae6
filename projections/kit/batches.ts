import { isCaughtUp, type CaughtUp, type StoredEvent } from '../../src/event-store/event-store.port.js';

/** Events in order, and the position up to which the log has been looked at. */
export type Batch = Readonly<{ events: readonly StoredEvent[]; upTo: bigint }>;

const MOST_EVENTS = 2_000;
const MOST_BYTES = 4_000_000;

/**
 * Gathers the next batch while the last one is being worked on, and never more than one: a batch ends when it is
 * full by count or size, or when the source has caught up.
 */
export class Batches {
  private events: StoredEvent[] = [];
  private bytes = 0;
  private upTo = 0n;
  private ready = false;
  private closed = false;
  private ended: Readonly<{ error?: unknown }> | null = null;
  private wake: (() => void)[] = [];

  constructor(source: AsyncIterable<StoredEvent | CaughtUp>) {
    void this.gather(source).then(
      () => this.end({}),
      (error: unknown) => this.end({ error }),
    );
  }

  /** Null when the source has ended and everything was taken. @throws what the source threw */
  async next(): Promise<Batch | null> {
    while (!this.ready && !this.ended && !this.closed) await this.change();
    if (this.ready || this.events.length > 0) return this.empty();
    if (this.ended && 'error' in this.ended) throw this.ended.error;
    return null;
  }

  /** Nobody takes any more. */
  close(): void {
    this.closed = true;
    this.stir();
  }

  private async gather(source: AsyncIterable<StoredEvent | CaughtUp>): Promise<void> {
    for await (const item of source) {
      this.put(item);
      while (this.full() && !this.closed) await this.change();
      if (this.closed) return;
    }
  }

  private put(item: StoredEvent | CaughtUp): void {
    if (isCaughtUp(item)) {
      this.upTo = item.caughtUp;
      this.ready = true;
    } else {
      this.events.push(item);
      this.bytes += roughBytes(item.data);
      this.upTo = item.position;
      if (this.full()) this.ready = true;
    }
    if (this.ready) this.stir();
  }

  private empty(): Batch {
    const batch = { events: this.events, upTo: this.upTo };
    this.events = [];
    this.bytes = 0;
    this.ready = false;
    this.stir();
    return batch;
  }

  private end(how: Readonly<{ error?: unknown }>): void {
    this.ended = how;
    this.stir();
  }

  private full(): boolean {
    return this.events.length >= MOST_EVENTS || this.bytes >= MOST_BYTES;
  }

  private change(): Promise<void> {
    return new Promise((resolve) => this.wake.push(resolve));
  }

  private stir(): void {
    for (const wake of this.wake.splice(0)) wake();
  }
}

/** Near enough for a limit, at a fraction of the price of writing it out. */
const roughBytes = (value: unknown): number => {
  if (typeof value === 'string') return value.length + 3;
  if (typeof value !== 'object' || value === null) return 6;
  let bytes = 2;
  for (const name in value) bytes += name.length + 4 + roughBytes((value as Record<string, unknown>)[name]);
  return bytes;
};
