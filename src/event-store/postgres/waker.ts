import { Subject, type Observable } from 'rxjs';
import { Client } from 'pg';
import { BackOff } from '../back-off.js';
import type { Growth, Position } from '../event-store.port.js';
import { inWords } from './failures.js';

const FALLBACK_MS = 1_000;

/** Tells subscribers that the log has grown: by NOTIFY, and by the clock while the listening connection is gone. */
export class Waker {
  private readonly grown = new Subject<Growth>();
  private readonly stopping = new AbortController();
  private client: Client | null = null;
  private latest: Position = 0n;

  constructor(private readonly connectionString: string) {}

  get growth(): Observable<Growth> {
    return this.grown;
  }

  /** @throws LogUnavailable */
  async start(): Promise<void> {
    try {
      await this.listen();
      // What is there already is no growth: nobody has subscribed yet.
      await this.catchUp();
    } catch (error) {
      throw inWords(error, this.connectionString);
    }
  }

  /**
   * Resolves when something was appended after `at`, with the position that the log has then reached; with null when the
   * signal aborts, and after a second at the latest, because nobody may have listened.
   */
  async wait(at: Position, signal: AbortSignal): Promise<Position | null> {
    if (signal.aborted || this.stopping.signal.aborted) return null;
    if (this.latest > at) return this.latest;
    return new Promise((resolve) => {
      const done = (position: Position | null) => {
        clearTimeout(timer);
        subscription.unsubscribe();
        signal.removeEventListener('abort', end);
        resolve(position);
      };
      const end = () => done(null);
      const timer = setTimeout(end, FALLBACK_MS);
      const subscription = this.grown.subscribe({
        next: ({ position }) => position > at && done(position),
        complete: end,
      });
      signal.addEventListener('abort', end);
    });
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.grown.complete();
    await this.client?.end();
  }

  private async listen(): Promise<void> {
    const client = new Client({ connectionString: this.connectionString });
    client.on('notification', ({ payload }) => this.heard(BigInt(payload ?? '0')));
    client.on('error', () => undefined);
    await client.connect();
    await client.query('listen daybook_log');
    if (this.stopping.signal.aborted) return client.end();
    this.client = client;
    client.once('end', () => void this.listenAgain());
  }

  private async listenAgain(): Promise<void> {
    const { signal } = this.stopping;
    const backOff = new BackOff(signal);
    while (!signal.aborted) {
      await backOff.wait();
      try {
        if (signal.aborted) return;
        await this.listen();
        return await this.catchUp();
      } catch {
        // Until somebody listens again, subscribers look by the clock.
      }
    }
  }

  /** Where the log ends, as nobody tells it who did not listen. */
  private async catchUp(): Promise<void> {
    const result = await this.client?.query<{ head: string }>('select position as head from log.head');
    this.heard(BigInt(result?.rows[0]?.head ?? '0'));
  }

  private heard(position: Position): void {
    if (position <= this.latest) return;
    // Here positions leave no gap.
    const events = Number(position - this.latest);
    this.latest = position;
    this.grown.next({ position, events });
  }
}
