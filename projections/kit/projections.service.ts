import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type BeforeApplicationShutdown,
} from '@nestjs/common';
import { Subject, filter, firstValueFrom, map, merge, take, timer } from 'rxjs';
import { DataSource } from 'typeorm';
import { EventStore, type StoredEvent } from '../../src/event-store/event-store.port.js';
import { bookmarks, BookmarkMoved, type Bookmark } from './bookmarks.js';
import type { AnyProjection } from './define-projection.js';
import { NOW, type Known } from './known.js';
import { heldNow, holdLock, type Held } from './lock.js';
import { lastEventUpTo, momentOf, positionAt } from './moments.js';
import { heardBy, runProjection, type Progress } from './runner.js';
import { createTables } from './tables.js';

export const PROJECTIONS = Symbol('projections');
export type ProjectionsSettings = Readonly<{
  all: readonly AnyProjection[];
  moments: AnyProjection;
  databaseUrl: string;
  /** Off in a web process that has a worker beside it. */
  runner: boolean;
}>;

export type Standing = Readonly<{ projection: AnyProjection; bookmark: Bookmark; held: boolean }>;

const POLL_MS = 100;
const RESTART_MS = 1_000;

/** Starts every projection, says how far each has come, and waits until they have passed a position. */
@Injectable()
export class Projections implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly progress = new Subject<Progress>();
  private readonly log = new Logger('Projections');
  private readonly stopping = new AbortController();
  private running: Promise<void>[] = [];

  constructor(
    @Inject(PROJECTIONS) private readonly settings: ProjectionsSettings,
    private readonly store: EventStore,
    private readonly db: DataSource,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    // Each projection waits on the one signal, at several places: that many listeners are no leak.
    setMaxListeners(0, this.stopping.signal);
    await createTables(this.db, this.settings.all);
    if (!this.settings.runner) return;
    await bookmarks.forgetFailures(this.db);
    this.running = this.settings.all.map((projection) => this.keepRunning(projection));
  }

  /** Before anybody closes the connections that the runner still writes on. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.running);
    this.progress.complete();
  }

  status(): Promise<Bookmark[]> {
    return bookmarks.all(this.db, this.settings.all);
  }

  /** Each projection with its bookmark, and whether some process runs it. */
  async standings(): Promise<Standing[]> {
    const { all } = this.settings;
    const [status, held] = await Promise.all([this.status(), heldNow(this.db, all)]);
    return all.map((projection, at) => ({ projection, bookmark: status[at]!, held: held.has(projection.name) }));
  }

  /** The event that a projection takes next; null when none of those to come concerns it. */
  async nextFor({ projection, bookmark }: Standing): Promise<StoredEvent | null> {
    const options = { limit: 1, ...heardBy(projection) };
    for await (const event of this.store.readAll(bookmark.position, options)) return event;
    return null;
  }

  /** False when they have not come that far in time, when one of them has stopped, or when nobody can tell. */
  async waitFor(position: bigint, milliseconds = 5_000): Promise<boolean> {
    const deadline = AbortSignal.timeout(milliseconds);
    while (!deadline.aborted) {
      // What was recorded stays recorded: whoever waits to show it must not be told that it failed.
      const status = await this.status().catch(() => null);
      if (!status) return false;
      if (status.every((b) => b.position >= position)) return true;
      if (status.every((b) => b.position >= position || b.failure)) return false;
      const moved = this.progress.pipe(filter((p) => p.position >= position));
      await firstValueFrom(
        merge(moved, timer(POLL_MS)).pipe(
          map(() => true),
          take(1),
        ),
        { defaultValue: true },
      );
    }
    return false;
  }

  /** The place in the log of a moment; without one, the latest. */
  known(instant?: string | null): Promise<Known> {
    return instant ? positionAt(this.db, this.settings.moments, instant) : Promise.resolve(NOW);
  }

  /** Where the last event stands that was known. */
  async lastKnown({ position }: Known): Promise<bigint> {
    const head = await this.store.head();
    return head <= position ? head : lastEventUpTo(this.db, this.store, position);
  }

  /** How fresh an answer is: the last event it could know, and when that was recorded. */
  async freshness(known: Known): Promise<{ position: bigint; recordedAt: string | null }> {
    const slowest = (await this.status()).map((b) => b.position).reduce((a, b) => (a < b ? a : b), known.position);
    return { position: slowest, recordedAt: await momentOf(this.db, slowest) };
  }

  private async keepRunning(projection: AnyProjection): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        const lock = await holdLock(this.settings.databaseUrl, projection, signal);
        if (!lock) return;
        const lost = await this.runHeld(projection, lock);
        // Otherwise it has stopped, or was told to.
        if (!lost) return;
      } catch (error) {
        if (signal.aborted) return;
        this.log.error(`${projection.name} starts again: ${String(error)}`);
        await pause(RESTART_MS, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  /**
   * A bookmark that moved while the lock was held means a table built beside took over: go on from there.
   * @returns whether the lock was lost: then another process may be at it already
   */
  private async runHeld(projection: AnyProjection, { lost, release }: Held): Promise<boolean> {
    const signal = AbortSignal.any([this.stopping.signal, lost]);
    setMaxListeners(0, signal);
    const on = { store: this.store, db: this.db, progress: this.progress };
    try {
      for (;;)
        try {
          await runProjection(projection, on, signal);
          return lost.aborted;
        } catch (error) {
          if (!(error instanceof BookmarkMoved)) throw error;
          if (signal.aborted) return lost.aborted;
        }
    } finally {
      await release();
    }
  }
}
