import { Injectable } from '@nestjs/common';
import { Projections, type Standing } from '../../../projections/kit/projections.service.js';
import { EventStore, LogDamaged } from '../../event-store/event-store.port.js';
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
  /** Events it has not looked at, and how long ago the oldest of those that concern it was recorded. */
  lag: Readonly<{ events: number; seconds: number }>;
  /** Over the last minute; null before that is known. */
  eventsPerSecond: number | null;
  /** How much of a new table is built, in per cent. */
  built: number | null;
  failure: Readonly<{ position: number; type: string; message: string }> | null;
}>;

export type OperationsStanding = Readonly<{
  log: Readonly<{ position: number; recordedAt: string | null }>;
  projections: readonly ProjectionStanding[];
}>;

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
      lag: {
        events: Math.max(0, Number(head - position)),
        seconds: position >= head ? 0 : await this.waiting({ projection, bookmark, held }),
      },
      eventsPerSecond: this.rates.of(projection.name),
      built: building?.percent ?? null,
      failure: failure && { position: Number(failure.position), type: failure.type, message: failure.message },
    };
  }

  private async waiting(standing: Standing): Promise<number> {
    const next = await this.projections.nextFor(standing).catch(nothingIfDamaged);
    if (!next) return 0;
    return Math.max(0, (Date.parse(this.clock.now()) - Date.parse(next.metadata.recordedAt)) / 1_000);
  }
}

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
