import type { DataSource } from 'typeorm';
import type { CaughtUp, StoredEvent } from '../../src/event-store/event-store.port.js';
import { Batches, type Batch } from './batches.js';
import { bookmarksIn, type Place } from './bookmarks.js';
import type { Projection } from './define-projection.js';
import { EventFailed, Fold, listening, type Heard, type Version } from './fold.js';
import { OpenRows } from './open-rows.js';
import { openVersions } from './tables.js';
import { writeVersions } from './write-versions.js';

type Source = AsyncIterable<StoredEvent | CaughtUp>;
type Target<Row> = Readonly<{ db: DataSource; projection: Projection<Row>; schema: string }>;
type Moved = (batch: Batch) => void;

/**
 * Folds what the source gives into the table, from where the bookmark stands: while one batch is written the next is
 * folded, and the one after that is fetched. Rows and bookmark are written in one transaction.
 * @throws EventFailed when an event cannot be taken, with everything before it written; BookmarkMoved
 */
export const foldInto = async <Row>(target: Target<Row>, from: Place, source: Source, moved: Moved): Promise<void> => {
  const writer = new Writer(target, from, moved);
  const batches = new Batches(source);
  try {
    for (let coming = batches.next(); ; coming = batches.next()) {
      const batch = await writer.unlessItFails(coming);
      if (!batch) return await writer.written();
      if (batch.upTo !== writer.position) await writer.take(batch);
    }
  } finally {
    batches.close();
  }
};

class Writer<Row> {
  private readonly hear: (stored: StoredEvent) => Heard<Row>;
  private rows: OpenRows<Row>;
  /** The place that the batch on its way starts from, and then the next. */
  private at: Place;
  private onItsWay: Readonly<{ batch: Batch; done: Promise<Error | void> }> | null = null;

  constructor(
    private readonly target: Target<Row>,
    from: Place,
    private readonly moved: Moved,
  ) {
    this.hear = listening(target.projection);
    this.at = from;
    this.rows = new OpenRows(from.position === 0n);
  }

  get position(): bigint {
    return this.at.position;
  }

  async take(batch: Batch): Promise<void> {
    const touched = await this.fold(batch.events).catch(async (error: Error) => {
      await this.written();
      if (!(error instanceof EventFailed)) throw error;
      return this.oneByOne(batch.events, error);
    });
    await this.written();
    this.send(batch, touched);
  }

  /** What is coming; a write that fails is met at once, and not when the log next grows. */
  async unlessItFails<T>(coming: Promise<T>): Promise<T> {
    // Whoever meets the failed write first must not leave the other behind unheard.
    coming.catch(() => undefined);
    if (this.onItsWay) {
      const first = await Promise.race([coming.then(() => 'came' as const), this.onItsWay.done]);
      if (first !== 'came') await this.written();
    }
    return coming;
  }

  /** Resolves when nothing is on its way any more. */
  async written(): Promise<void> {
    if (!this.onItsWay) return;
    const { batch, done } = this.onItsWay;
    this.onItsWay = null;
    const error = await done;
    if (!error) return this.rows.trim();
    if (!isAboutData(error)) throw error;
    // The table refuses what one of these events says. The batch left no trace: go through it again, singly.
    await this.oneByOne(batch.events, error);
  }

  private send(batch: Batch, touched: Iterable<Version<Row>>): void {
    const from = this.at;
    this.at = { ...from, position: batch.upTo };
    const done = this.write(from, batch, touched).then(
      () => {
        this.moved(batch);
      },
      (error: Error) => {
        this.at = from;
        return error;
      },
    );
    this.onItsWay = { batch, done };
  }

  private async fold(events: readonly StoredEvent[]): Promise<Set<Version<Row>>> {
    const { db, projection, schema } = this.target;
    const heard = events.map(this.hear);
    const fold = new Fold(projection);
    if (projection.grows === 'one row an event') {
      for (const event of heard) fold.apply(event);
      return fold.touched;
    }
    const keys = new Set(heard.flatMap(({ changes }) => changes.map(({ key }) => key)));
    const unknown = this.rows.unknown(keys);
    const found = await openVersions<Row>(db.manager, projection.table, unknown, schema);
    for (const version of found) fold.hold(version);
    for (const key of keys) {
      const open = this.rows.get(key);
      if (open) fold.hold(open);
    }
    for (const event of heard) fold.apply(event);
    this.rows.keep(keys, fold.current);
    return fold.touched;
  }

  private write(from: Place, batch: Batch, touched: Iterable<Version<Row>>): Promise<void> {
    const { db, projection, schema } = this.target;
    return db.transaction(async (tx) => {
      await bookmarksIn(schema).move(tx, projection, from, batch);
      await writeVersions(tx, projection.table, touched, schema);
    });
  }

  /** Writes up to the event that cannot be taken, and names it. */
  private async oneByOne(events: readonly StoredEvent[], because: unknown): Promise<never> {
    this.rows = new OpenRows(false);
    for (const event of events) {
      const batch = { events: [event], upTo: event.position };
      const touched = await this.fold(batch.events);
      try {
        await this.write(this.at, batch, touched);
      } catch (error) {
        throw isAboutData(error) ? new EventFailed(event, error) : error;
      }
      this.at = { ...this.at, position: event.position };
      this.moved(batch);
    }
    throw because;
  }
}

// SQLSTATE classes 22 (data exception) and 23 (integrity constraint violation): the event's doing, not the server's.
const isAboutData = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^2[23]/.test(String(error.code));
