import type { Pool, QueryConfig } from 'pg';
import type { Observable } from 'rxjs';
import {
  EventStore,
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
import { BackOff } from '../back-off.js';
import { checkBatch } from '../batch.js';
import { ask } from './ask.js';
import { inWords, isLostConnection } from './failures.js';
import { GroupCommit } from './group-commit.js';
import { openLog } from './open-log.js';
import { Waker } from './waker.js';

type Row = Omit<StoredEvent, 'position' | 'revision'> & { position: string; revision: string };
const PAGE = 1_000;

// One by one: spreading a row costs as much as reading it.
const fromRow = ({ id, type, stream, data, metadata, position, revision }: Row): StoredEvent => ({
  id,
  type,
  stream,
  data,
  metadata,
  position: BigInt(position),
  revision: Number(revision),
});

/** The log in PostgreSQL, over a pool of its own. */
export class PostgresEventStore extends EventStore {
  /** @throws LogUnavailable with a sentence for the person at the terminal. */
  static async open(connectionString: string): Promise<PostgresEventStore> {
    const pool = await openLog(connectionString);
    const waker = new Waker(connectionString);
    try {
      await waker.start();
    } catch (error) {
      await waker.stop();
      await pool.end();
      throw error;
    }
    return new PostgresEventStore(pool, waker);
  }

  private readonly group: GroupCommit;

  constructor(
    private readonly pool: Pool,
    private readonly waker: Waker,
  ) {
    super();
    this.group = new GroupCommit(pool);
  }

  async append(stream: string, events: readonly NewEvent[], expected: Expected): Promise<Appended> {
    checkBatch(stream, events);
    return this.group.append(stream, events, expected);
  }

  async *readStream(stream: string, from: Revision = 0): AsyncIterable<StoredEvent> {
    for (let next = from; ;) {
      const page = await this.rows({
        name: 'read-stream',
        text: 'select * from log.events where stream = $1 and revision >= $2 order by revision limit $3',
        values: [stream, next, PAGE],
      }).catch(refuse);
      yield* page;
      if (page.length < PAGE) return;
      next = page.at(-1)!.revision + 1;
    }
  }

  async *readAll(after: Position, { limit = Infinity, types }: ReadAll = {}): AsyncIterable<StoredEvent> {
    let left = limit;
    const fetch = (at: Position) => this.page(at, Math.min(PAGE, left), types).catch(refuse);
    for (let coming = left > 0 ? fetch(after) : null; coming;) {
      const page = await coming;
      const full = page.length === Math.min(PAGE, left);
      left -= page.length;
      // The database looks for the next page while this one is worked on.
      coming = full && left > 0 ? fetch(page.at(-1)!.position) : null;
      coming?.catch(() => undefined);
      yield* page;
    }
  }

  async *subscribe(
    after: Position,
    signal: AbortSignal,
    { types }: Pick<ReadAll, 'types'> = {},
  ): AsyncIterable<StoredEvent | CaughtUp> {
    const backOff = new BackOff(signal);
    let at = after;
    let told: Position | null = null;
    while (!signal.aborted) {
      const beyond = await this.beyond(at, told, types).catch(ifLost);
      told = null;
      if (!beyond) {
        await backOff.wait();
        continue;
      }
      backOff.reset();
      for (const event of beyond.page) {
        if (signal.aborted) return;
        yield event;
        at = event.position;
      }
      if (beyond.page.length === PAGE) continue;
      // With a filter, everything up to the head read beforehand has been looked at.
      if (beyond.head > at) at = beyond.head;
      if (signal.aborted) return;
      yield { caughtUp: at };
      told = await this.waker.wait(at, signal);
    }
  }

  head(): Promise<Position> {
    return this.end().catch(refuse);
  }

  async countAfter(after: Position): Promise<Counted> {
    // Without reading: here positions leave no gap.
    const left = Number((await this.head()) - after);
    return { events: Math.max(0, left), more: false };
  }

  appended(): Observable<Growth> {
    return this.waker.growth;
  }

  async close(): Promise<void> {
    await this.waker.stop();
    await this.pool.end();
  }

  /** `told` is how far the log is known to reach; where nobody has told, it is asked. */
  private async beyond(after: Position, told: Position | null, types?: readonly string[]) {
    const head = told ?? (await this.end());
    return { head, page: head > after ? await this.page(after, PAGE, types) : [] };
  }

  private async end(): Promise<Position> {
    const text = 'select position from log.head';
    const [head] = await ask<{ position: string }>(this.pool, { name: 'head', text });
    return BigInt(head!.position);
  }

  private page(after: Position, size: number, types?: readonly string[]): Promise<StoredEvent[]> {
    const only = types ? 'and type = any ($3)' : '';
    return this.rows({
      name: types ? 'read-types' : 'read-all',
      text: `select * from log.events where position > $1 ${only} order by position limit $2`,
      values: types ? [after, size, types] : [after, size],
    });
  }

  private async rows(question: QueryConfig): Promise<StoredEvent[]> {
    return (await ask<Row>(this.pool, question)).map(fromRow);
  }
}

const refuse = (error: unknown): never => {
  throw inWords(error);
};

const ifLost = (error: unknown): null => {
  if (isLostConnection(error)) return null;
  throw inWords(error);
};
