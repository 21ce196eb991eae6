import type { AllStreamResolvedEvent, AllStreamSubscription, Position as Place } from '@eventstore/db-client';

/** `looked`: the server has looked this far and sent all that matches. `live`: it says it has reached the end. */
export type Item =
  | Readonly<{ kind: 'event'; event: AllStreamResolvedEvent }>
  | Readonly<{ kind: 'looked'; place: Place }>
  | Readonly<{ kind: 'live' | 'quiet' | 'ended' }>;
type Mark = Readonly<{ behind: number; item: Item }>;

const FULL = 64;

/**
 * Puts what a subscription says beside its events (how far it has looked, that it is live) into one line with them.
 * The client says such things as soon as it hears them, while events that came before may still stand in its buffers:
 * so each mark waits until as many events have been taken as had come before it. Of several marks the last is enough.
 */
export class Inbox {
  private readonly events: AllStreamResolvedEvent[] = [];
  private marks: Mark[] = [];
  private received = 0;
  private taken = 0;
  private over: { error?: unknown } | null = null;
  private wake: () => void = () => undefined;

  constructor(private readonly subscription: AllStreamSubscription) {
    subscription.on('data', (event) => {
      this.events.push(event);
      this.received += 1;
      if (this.events.length >= FULL) subscription.pause();
      this.wake();
    });
    subscription.on('caughtUp', () => this.mark({ kind: 'live' }));
    subscription.on('error', (error) => this.end({ error }));
    subscription.on('close', () => this.end({}));
  }

  /** Nothing has come that was not taken. */
  get empty(): boolean {
    return this.events.length === 0 && this.marks.length === 0 && this.subscription.readableLength === 0;
  }

  mark(item: Item): void {
    const behind = this.received + this.subscription.readableLength;
    if (this.marks.at(-1)?.item.kind === item.kind && this.marks.at(-1)?.behind === behind) this.marks.pop();
    this.marks.push({ behind, item });
    this.wake();
  }

  /** Whoever waits gets `ended`, or the error; what had come by then is not handed out. */
  end(over: { error?: unknown }): void {
    this.over ??= over;
    // A subscription that nobody empties never ends.
    this.subscription.removeAllListeners('data').resume();
    this.wake();
  }

  /** The next item, or `quiet` when there is none for so long. @throws what ended the subscription. */
  async take(milliseconds = Infinity): Promise<Item> {
    for (;;) {
      const item = this.next();
      if (item) return item;
      if (!(await this.somethingComes(milliseconds))) return { kind: 'quiet' };
    }
  }

  private next(): Item | null {
    if (this.over?.error !== undefined) throw this.over.error as Error;
    if (this.over) return { kind: 'ended' };
    if (this.marks[0] && this.marks[0].behind <= this.taken) return this.marks.shift()!.item;
    const event = this.events.shift();
    if (!event) return null;
    this.taken += 1;
    if (this.events.length === 0) this.subscription.resume();
    return { kind: 'event', event };
  }

  private somethingComes(milliseconds: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = milliseconds < Infinity ? setTimeout(() => resolve(false), milliseconds) : undefined;
      this.wake = () => {
        clearTimeout(timer);
        resolve(true);
      };
    });
  }
}
