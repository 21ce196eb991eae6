import { BACKWARDS, END, EventStoreDBClient, StreamNotFoundError } from '@eventstore/db-client';
import { Subject, type Observable } from 'rxjs';
import { BackOff } from '../back-off.js';
import { checkBatch } from '../batch.js';
import {
  EventStore,
  isCaughtUp,
  type Appended,
  type CaughtUp,
  type Expected,
  type NewEvent,
  type Position,
  type ReadAll,
  type Revision,
  type StoredEvent,
} from '../event-store.port.js';
import { append } from './append.js';
import { inWords, isLostConnection } from './failures.js';
import { follow } from './follow.js';
import { fromRecord, placeOf } from './records.js';

/** The log in EventStoreDB. Credentials, TLS and the nodes of a cluster come from the connection string. */
export class EventStoreDbEventStore extends EventStore {
  /** @throws LogUnavailable with a sentence for the person at the terminal. */
  static async open(connectionString: string): Promise<EventStoreDbEventStore> {
    const store = new EventStoreDbEventStore(EventStoreDBClient.connectionString(connectionString));
    try {
      store.listening = store.listen(await store.end());
      return store;
    } catch (error) {
      await store.client.dispose();
      throw inWords(error, connectionString);
    }
  }

  private readonly grown = new Subject<Position>();
  private readonly stopping = new AbortController();
  private listening: Promise<void> = Promise.resolve();
  private seen: Readonly<{ head: Position; upTo: Position }> = { head: 0n, upTo: -1n };

  private constructor(private readonly client: EventStoreDBClient) {
    super();
  }

  async append(stream: string, events: readonly NewEvent[], expected: Expected): Promise<Appended> {
    checkBatch(stream, events);
    const read = (name: string, from: Revision) => this.readStream(name, from);
    return append(this.client, read, { stream, events, expected }).catch(refuse);
  }

  async *readStream(stream: string, from: Revision = 0): AsyncIterable<StoredEvent> {
    const reading = this.client.readStream(stream, { fromRevision: BigInt(from) });
    try {
      for await (const resolved of quietly(reading)) {
        const event = fromRecord(resolved);
        if (event) yield event;
      }
    } catch (error) {
      if (!(error instanceof StreamNotFoundError)) throw inWords(error);
    } finally {
      await reading.cancel().catch(() => undefined);
    }
  }

  async *readAll(after: Position, { limit = Infinity, types }: ReadAll = {}): AsyncIterable<StoredEvent> {
    if (limit <= 0) return;
    const reading = this.client.readAll({ fromPosition: placeOf(after) });
    let left = limit;
    try {
      for await (const resolved of quietly(reading)) {
        const event = fromRecord(resolved);
        // A read, unlike a subscription, begins with the event at the position that it is given.
        if (!event || event.position <= after || (types && !types.includes(event.type))) continue;
        yield event;
        left -= 1;
        if (left === 0) return;
      }
    } catch (error) {
      throw inWords(error);
    } finally {
      await reading.cancel().catch(() => undefined);
    }
  }

  async *subscribe(
    after: Position,
    signal: AbortSignal,
    { types }: Pick<ReadAll, 'types'> = {},
  ): AsyncIterable<StoredEvent | CaughtUp> {
    const backOff = new BackOff(signal);
    let at = after;
    while (!signal.aborted) {
      try {
        for await (const item of follow({ client: this.client, head: () => this.end(), types, signal }, at)) {
          if (signal.aborted) return;
          at = isCaughtUp(item) ? item.caughtUp : item.position;
          backOff.reset();
          yield item;
        }
      } catch (error) {
        if (!isLostConnection(error)) throw inWords(error);
      }
      await backOff.wait();
    }
  }

  head(): Promise<Position> {
    return this.end().catch(refuse);
  }

  appended(): Observable<Position> {
    return this.grown;
  }

  async close(): Promise<void> {
    this.stopping.abort();
    await this.listening;
    this.grown.complete();
    await this.client.dispose();
  }

  private async listen(from: Position): Promise<void> {
    for await (const item of this.subscribe(from, this.stopping.signal))
      if (!isCaughtUp(item)) this.grown.next(item.position);
  }

  /** The last event that is not the server's own: read from the end, as far back as was looked at before. */
  private async end(): Promise<Position> {
    const { head, upTo } = this.seen;
    const reading = this.client.readAll({ direction: BACKWARDS, fromPosition: END });
    let newest = upTo;
    let found = head;
    try {
      for await (const resolved of quietly(reading)) {
        const position = resolved.event?.position?.commit ?? 0n;
        if (position > newest) newest = position;
        if (position <= upTo) break;
        const event = fromRecord(resolved);
        if (!event) continue;
        found = event.position;
        break;
      }
    } finally {
      await reading.cancel().catch(() => undefined);
    }
    if (newest > this.seen.upTo) this.seen = { head: found, upTo: newest };
    return found > this.seen.head ? found : this.seen.head;
  }
}

const refuse = (error: unknown): never => {
  throw inWords(error);
};

/** The client tells of a failure by an event, also when nobody reads any more: then it must not end the process. */
const quietly = <T extends { on(event: 'error', listener: () => void): unknown }>(reading: T): T => {
  reading.on('error', () => undefined);
  return reading;
};
