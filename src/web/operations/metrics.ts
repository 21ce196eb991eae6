import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Subscription } from 'rxjs';
import { EventStore } from '../../event-store/event-store.port.js';
import { Operations, type ProjectionStanding } from './standing.js';

const PER_PROJECTION: Readonly<
  Record<string, readonly [help: string, value: (one: ProjectionStanding) => number | null]>
> = {
  daybook_projection_position: ['The last event in its figures', ({ position }) => position],
  daybook_projection_lag_events: [
    'Events in the log that it has not looked at; with the log in EventStoreDB counted up to a thousand only',
    ({ lag }) => lag.events,
  ],
  daybook_projection_lag_seconds: ['How long ago the oldest event it waits for was recorded', ({ lag }) => lag.seconds],
  daybook_projection_events_per_second: [
    'Events that it took, over the last minute',
    ({ eventsPerSecond }) => eventsPerSecond,
  ],
  daybook_projection_running: ['1 while some process runs it and no event has stopped it', runs],
  daybook_projection_built_ratio: ['How much of its table is built', ({ built }) => (built ?? 100) / 100],
};

function runs({ state }: ProjectionStanding): number {
  return state === 'running' || state === 'rebuilding' ? 1 : 0;
}

/** The numbers of the operations page, and this process's own, as Prometheus reads them. */
@Injectable()
export class Metrics implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly registry = new Registry();
  private readonly registers = [this.registry];
  private readonly log = new Gauge({
    name: 'daybook_log_position',
    help: 'Position of the last event in the log',
    registers: this.registers,
  });
  private readonly appended = new Counter({
    name: 'daybook_events_appended_total',
    help: 'Events appended since this process started, whichever process wrote them',
    registers: this.registers,
  });
  private readonly projections = Object.entries(PER_PROJECTION).map(([name, [help, value]]) => ({
    gauge: new Gauge({ name, help, labelNames: ['projection'], registers: this.registers }),
    value,
  }));
  readonly requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'From the first byte received to the last byte sent, by route pattern',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: this.registers,
  });
  private grown: Subscription | null = null;

  constructor(
    private readonly operations: Operations,
    private readonly store: EventStore,
  ) {
    collectDefaultMetrics({ register: this.registry });
  }

  onApplicationBootstrap(): void {
    this.grown = this.store.appended().subscribe(({ events }) => this.appended.inc(events));
  }

  onApplicationShutdown(): void {
    this.grown?.unsubscribe();
    this.registry.clear();
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  async text(): Promise<string> {
    const { log, projections } = await this.operations.standing();
    this.log.set(log.position);
    for (const one of projections)
      for (const { gauge, value } of this.projections) {
        const now = value(one);
        if (now !== null) gauge.set({ projection: one.name }, now);
      }
    return this.registry.metrics();
  }
}
