import { EventStoreDBClient, StreamNotFoundError } from '@eventstore/db-client';
import { Subject, type Observable } from 'rxjs';
import { BackOff } from '../back-off.js';
import { checkBatch } from '../batch.js';
import {
  EventStore,
  isCaughtUp,
  type Appended,
  type CaughtUp,
  type Counted,
  type Expected,
  type Growth,
  type NewEvent,
  type Position,
  type ReadAll,
  type Revision,
  type StoredEvent,
} from '../event-store.port.js';
import { LogUnavailable } from '../log-unavailable.js';
import { countAfter, Head, readAll } from './all.js';
import { append } from './append.js';
import { inWords, isLostConnection } from './failures.js';
import { follow } from './follow.js';
import { read } from './read.js';
import { fromRecord } from './records.js';

/** The log in EventStoreDB. Credentials, TLS and the nodes of a cluster come from the connection string. */
export class EventStoreDbEventStore extends EventStore {
  /** @throws LogUnavailable with a sentence for the person at the terminal. */
  static async open(connectionString: string): Promise<EventStoreDbEventStore> {
    const store = new EventStoreDbEventStore(clientOf(connectionString));
    try {
      store.listening = store.listen(await store.end.find());
      return store;
    } catch (error) {
      await store.client.dispose();
      throw inWords(error, connectionString);
    }
  }

  private readonly grown = new Subject<Growth>();
  private readonly stopping = new AbortController();
  private listening: Promise<void> = Promise.resolve();
  private readonly end: Head;

  private constructor(private readonly client: EventStoreDBClient) {
    super();
    this.end = new Head(client);
  }

  async append(stream: string, events: readonly NewEvent[], expected: Expected): Promise<Appended> {
    checkBatch(stream, events);
    const read = (name: string, from: Revision) => this.readStream(name, from);
    return append(this.client, read, { stream, events, expected }).catch(refuse);
  }

  async *readStream(stream: string, from: Revision = 0): AsyncIterable<StoredEvent> {
    try {
      for await (const resolved of read(this.client.readStream(stream, { fromRevision: BigInt(from) }))) {
        const event = fromRecord(resolved);
        if (event) yield event;
      }
    } catch (error) {
      if (!(error instanceof StreamNotFoundError)) throw inWords(error);
    }
  }

  async *readAll(after: Position, options: ReadAll = {}): AsyncIterable<StoredEvent> {
    try {
      yield* readAll(this.client, after, options);
    } catch (error) {
      throw inWords(error);
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
        for await (const item of follow({ client: this.client, head: () => this.end.find(), types, signal }, at)) {
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
    return this.end.find().catch(refuse);
  }

  countAfter(after: Position, most: number): Promise<Counted> {
    return countAfter(this.client, after, most).catch(refuse);
  }

  appended(): Observable<Growth> {
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
      if (!isCaughtUp(item)) this.grown.next({ position: item.position, events: 1 });
  }
}

const clientOf = (connectionString: string): EventStoreDBClient => {
  try {
    return EventStoreDBClient.connectionString(connectionString);
  } catch (error) {
    throw new LogUnavailable(
      'EVENTSTORE_URL is no address of EventStoreDB, like esdb://user:password@host:2113, or a certificate that it names is not there. Correct it.',
      error,
    );
  }
};

const refuse = (error: unknown): never => {
  throw inWords(error);
};
