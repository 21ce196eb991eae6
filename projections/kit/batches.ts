import { isCaughtUp, type CaughtUp, type StoredEvent } from '../../src/event-store/event-store.port.js';

/** Events in order, and the position up to which the log has been looked at. */
export type Batch = Readonly<{ events: readonly StoredEvent[]; upTo: bigint }>;

const MOST_EVENTS = 2_000;
const MOST_BYTES = 4_000_000;

/**
 * Gathers the next batch while the last one is being worked on, and never more than one: a batch ends when it is
 * full by count or size, or when the source has caught up.
 */
export async function* batches(source: AsyncIterable<StoredEvent | CaughtUp>): AsyncGenerator<Batch> {
  const basket = new Basket();
  const iterator = source[Symbol.asyncIterator]();
  const gathering = gather(iterator, basket);
  // Met below, when everything before it was taken; until then it is nobody's surprise.
  gathering.catch(() => undefined);
  try {
    while (await basket.untilReady()) yield basket.empty();
    await gathering;
  } finally {
    basket.close();
  }
}

const gather = async (iterator: AsyncIterator<StoredEvent | CaughtUp>, basket: Basket): Promise<void> => {
  try {
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
      basket.put(next.value);
      if (!(await basket.untilRoom())) break;
    }
  } finally {
    basket.end();
    await iterator.return?.();
  }
};

class Basket {
  private events: StoredEvent[] = [];
  private bytes = 0;
  private upTo = 0n;
  private ready = false;
  private ended = false;
  private closed = false;
  private wake: (() => void)[] = [];

  put(item: StoredEvent | CaughtUp): void {
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

  empty(): Batch {
    const batch = { events: this.events, upTo: this.upTo };
    this.events = [];
    this.bytes = 0;
    this.ready = false;
    this.stir();
    return batch;
  }

  /** False when the source has ended and everything was taken. */
  async untilReady(): Promise<boolean> {
    while (!this.ready && !this.ended) await this.change();
    return this.ready || this.events.length > 0;
  }

  /** False when nobody takes any more. */
  async untilRoom(): Promise<boolean> {
    while (this.full() && !this.closed) await this.change();
    return !this.closed;
  }

  end(): void {
    this.ended = true;
    this.stir();
  }

  close(): void {
    this.closed = true;
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
