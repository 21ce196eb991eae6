import { Injectable } from '@nestjs/common';
import { Projections, type Standing } from '../../../projections/kit/projections.service.js';
import { EventStore, LogDamaged, type Counted } from '../../event-store/event-store.port.js';
import { Clock } from '../../kernel/clock.js';
import { Rates } from './rates.js';

export type State = 'running' | 'rebuilding' | 'stopped' | 'not running';

/** Where one projection stands, as numbers. */
export type ProjectionStanding = Readonly<{
  name: string;
  answers: string;
  version: number;
  state: State;
  position: number;
  /** Events it has not looked at, and how long ago the oldest that concerns it was recorded; with `more`, the oldest. */
  lag: Counted & Readonly<{ seconds: number }>;
  /** Taken over the last minute; null before that is known. */
  eventsPerSecond: number | null;
  /** How much of a new table is built, in per cent. */
  built: number | null;
  failure: Readonly<{ position: number; type: string; message: string }> | null;
}>;

export type OperationsStanding = Readonly<{
  log: Readonly<{ position: number; recordedAt: string | null }>;
  projections: readonly ProjectionStanding[];
}>;

/** Beyond that a log that counts by reading says "more": the answer must not wait for a whole log to be read. */
const MOST_COUNTED = 1_000;
const NONE = { events: 0, more: false, seconds: 0 };

/** What the page, the API and the metrics say about log and projections. */
@Injectable()
export class Operations {
  constructor(
    private readonly projections: Projections,
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly rates: Rates,
  ) {}

  async standing(): Promise<OperationsStanding> {
    // The head first: a projection that passes it meanwhile is not behind.
    const head = await this.store.head();
    const standings = await this.projections.standings();
    const { recordedAt } = await this.projections.freshness({ position: head, instant: null });
    const projections = await Promise.all(standings.map((standing) => this.one(standing, head)));
    return { log: { position: Number(head), recordedAt }, projections };
  }

  private async one({ projection, bookmark, held }: Standing, head: bigint): Promise<ProjectionStanding> {
    const { position, failure, building, version } = bookmark;
    return {
      name: projection.name,
      answers: projection.answers,
      version,
      state: stateOf(bookmark, held),
      position: Number(position),
      lag: position >= head ? NONE : await this.lag({ projection, bookmark, held }),
      eventsPerSecond: this.rates.of(projection.name),
      built: building?.percent ?? null,
      failure: failure && { position: Number(failure.position), type: failure.type, message: failure.message },
    };
  }

  private async lag(standing: Standing): Promise<ProjectionStanding['lag']> {
    const { position } = standing.bookmark;
    const counted = await this.store.countAfter(position, MOST_COUNTED);
    // Far behind, the first that concerns it may be further than anybody should look while a page waits.
    const next = counted.more
      ? await firstOf(this.store.readAll(position, { limit: 1 })).catch(nothingIfDamaged)
      : await this.projections.nextFor(standing).catch(nothingIfDamaged);
    const waited = next ? Date.parse(this.clock.now()) - Date.parse(next.metadata.recordedAt) : 0;
    return { ...counted, seconds: Math.max(0, waited / 1_000) };
  }
}

const firstOf = async <T>(items: AsyncIterable<T>): Promise<T | null> => {
  for await (const item of items) return item;
  return null;
};

/** Where the log cannot be read, the failure beside the bookmark says so already. */
const nothingIfDamaged = (error: unknown): null => {
  if (error instanceof LogDamaged) return null;
  throw error;
};

const stateOf = ({ failure, building }: Standing['bookmark'], held: boolean): State => {
  if (failure) return 'stopped';
  if (!held) return 'not running';
  return building ? 'rebuilding' : 'running';
};
