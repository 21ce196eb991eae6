import { Subject, type Observable } from 'rxjs';
import { Client } from 'pg';
import type { Position } from '../event-store.port.js';

const FALLBACK_MS = 1_000;

/** Tells subscribers that the log has grown: by NOTIFY, and by the clock when the listening connection is gone. */
export class Waker {
  private readonly grown = new Subject<Position>();
  private client: Client | null = null;
  private closed = false;
  private latest: Position = 0n;

  constructor(private readonly connectionString: string) {}

  get positions(): Observable<Position> {
    return this.grown;
  }

  async start(): Promise<void> {
    const client = new Client({ connectionString: this.connectionString });
    client.on('notification', (message) => this.heard(BigInt(message.payload ?? '0')));
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    await client.connect();
    await client.query('listen daybook_log');
    this.client = client;
  }

  /** Resolves when something was appended after `at`, when the signal aborts, or after a second at the latest. */
  async wait(at: Position, signal: AbortSignal): Promise<void> {
    if (signal.aborted || this.closed || this.latest > at) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        subscription.unsubscribe();
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, FALLBACK_MS);
      const subscription = this.grown.subscribe({ next: (position) => position > at && done(), complete: done });
      signal.addEventListener('abort', done);
    });
  }

  async stop(): Promise<void> {
    this.closed = true;
    this.grown.complete();
    await this.client?.end();
  }

  private heard(position: Position): void {
    if (position > this.latest) this.latest = position;
    this.grown.next(position);
  }

  private lost(client: Client): void {
    if (this.closed || this.client !== client) return;
    this.client = null;
    const retry = setTimeout(() => void this.start().catch(() => this.lost(client)), FALLBACK_MS);
    retry.unref();
  }
}
