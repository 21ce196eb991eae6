import type { Pool } from 'pg';
import type { Observable } from 'rxjs';
import {
  EventStore,
  type Appended,
  type CaughtUp,
  type Expected,
  type NewEvent,
  type Position,
  type ReadAll,
  type Revision,
  type StoredEvent,
} from '../event-store.port.js';
import { GroupCommit } from './group-commit.js';
import type { Waker } from './waker.js';

type Row = Omit<StoredEvent, 'position' | 'revision'> & { position: string; revision: string };
const PAGE = 1_000;

const fromRow = (row: Row): StoredEvent => ({
  ...row,
  position: BigInt(row.position),
  revision: Number(row.revision),
});

export class PostgresEventStore extends EventStore {
  private readonly group: GroupCommit;

  constructor(
    private readonly pool: Pool,
    private readonly waker: Waker,
  ) {
    super();
    this.group = new GroupCommit(pool);
  }

  append(stream: string, events: readonly NewEvent[], expected: Expected): Promise<Appended> {
    return this.group.append(stream, events, expected);
  }

  async *readStream(stream: string, from: Revision = 0): AsyncIterable<StoredEvent> {
    for (let next = from; ; ) {
      const { rows } = await this.pool.query<Row>({
        name: 'read-stream',
        text: 'select * from log.events where stream = $1 and revision >= $2 order by revision limit $3',
        values: [stream, next, PAGE],
      });
      yield* rows.map(fromRow);
      if (rows.length < PAGE) return;
      next = Number(rows.at(-1)!.revision) + 1;
    }
  }

  async *readAll(after: Position, { limit = Infinity, types }: ReadAll = {}): AsyncIterable<StoredEvent> {
    let left = limit;
    for (let at = after; left > 0; ) {
      const size = Math.min(PAGE, left);
      const page = await this.page(at, size, types);
      yield* page;
      if (page.length < size) return;
      at = page.at(-1)!.position;
      left -= page.length;
    }
  }

  async *subscribe(
    after: Position,
    signal: AbortSignal,
    { types }: Pick<ReadAll, 'types'> = {},
  ): AsyncIterable<StoredEvent | CaughtUp> {
    let at = after;
    while (!signal.aborted) {
      const head = await this.head();
      const page = await this.page(at, PAGE, types);
      for (const event of page) {
        if (signal.aborted) return;
        yield event;
        at = event.position;
      }
      if (page.length === PAGE) continue;
      // With a filter, everything up to the head read beforehand has been looked at.
      if (head > at) at = head;
      yield { caughtUp: at };
      await this.waker.wait(at, signal);
    }
  }

  async head(): Promise<Position> {
    const { rows } = await this.pool.query<{ position: string }>('select position from log.head');
    return BigInt(rows[0]!.position);
  }

  appended(): Observable<Position> {
    return this.waker.positions;
  }

  private async page(after: Position, size: number, types?: readonly string[]): Promise<StoredEvent[]> {
    const { rows } = await this.pool.query<Row>(
      types
        ? {
            name: 'read-types',
            text: 'select * from log.events where position > $1 and type = any ($3) order by position limit $2',
            values: [after, size, types],
          }
        : {
            name: 'read-all',
            text: 'select * from log.events where position > $1 order by position limit $2',
            values: [after, size],
          },
    );
    return rows.map(fromRow);
  }
}
