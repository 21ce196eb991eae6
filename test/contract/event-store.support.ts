import {
  isCaughtUp,
  type EventStore,
  type NewEvent,
  type StoredEvent,
} from '../../src/event-store/event-store.port.js';
import { newId } from '../../src/kernel/identifiers.js';

/** One log, opened by one client, and what a test may do to it. */
export type Opened = Readonly<{
  store: EventStore;
  /** Another client of the same log, as another process would be. */
  reopen(): Promise<EventStore>;
  /** Cuts every connection that the client has, from the server's side. */
  disconnect(): Promise<void>;
  close(): Promise<void>;
  /** How many events the server has handed out so far; absent where nobody can count them. */
  handedOut?(): number;
  /** Whether the log must read events to count them. */
  countsByReading: boolean;
  /** Whether the log finds an event id again in another stream. */
  findsIdsInOtherStreams: boolean;
}>;

export const metadata: NewEvent['metadata'] = {
  recordedAt: '2018-01-16T09:30:00.000Z',
  actor: { userId: 'someone', role: 'lead' },
  correlationId: 'one-request',
  causationId: null,
  source: 'web',
  schemaVersion: 1,
};

export const noted = (data: NewEvent['data'] = {}, type = 'SomethingNoted'): NewEvent => ({
  id: newId(),
  type,
  data,
  metadata,
});

export const many = (count: number, of: (i: number) => NewEvent = (i) => noted({ i })): NewEvent[] =>
  Array.from({ length: count }, (_, i) => of(i));

export const collect = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
};

export const idsOf = (events: readonly { id: string }[]): string[] => events.map(({ id }) => id);

type Seen = Readonly<{ events: readonly StoredEvent[]; caughtUpAt: bigint | null }>;

/** A subscription that runs beside a test, and that the test can wait for. */
export class Follower {
  readonly events: StoredEvent[] = [];
  private caughtUpAt: bigint | null = null;
  private readonly stopping = new AbortController();
  private readonly running: Promise<void>;
  private waiting: (() => void)[] = [];
  private failure: unknown;
  private ended = false;

  constructor(
    private readonly store: EventStore,
    private readonly after: bigint,
    private readonly options: Readonly<{ types?: readonly string[]; of?: string }> = {},
  ) {
    this.running = this.run();
  }

  /** @throws whatever ended the subscription, if it ends first. */
  async until(enough: (seen: Seen) => boolean): Promise<void> {
    while (!enough({ events: this.events, caughtUpAt: this.caughtUpAt })) {
      if (this.ended)
        throw this.failure instanceof Error ? this.failure : new Error('The subscription ended by itself');
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { types, of = '' } = this.options;
    try {
      for await (const item of this.store.subscribe(this.after, this.stopping.signal, types ? { types } : {})) {
        if (isCaughtUp(item)) this.caughtUpAt = item.caughtUp;
        else if (item.stream.startsWith(of)) this.events.push(item);
        this.wake();
      }
    } catch (error) {
      this.failure = error;
    }
    this.ended = true;
    this.wake();
  }

  private wake(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const resolve of waiting) resolve();
  }
}
