import { Injectable } from '@nestjs/common';
import { HealthIndicatorService, type HealthIndicatorResult } from '@nestjs/terminus';
import { NOW } from '../../../projections/kit/known.js';
import { Projections } from '../../../projections/kit/projections.service.js';
import { EventStore } from '../../event-store/event-store.port.js';
import { LogUnavailable } from '../../event-store/log-unavailable.js';
import { inWords } from '../../event-store/postgres/failures.js';
import { Clock } from '../../kernel/clock.js';
import { clockInWords } from './clock-in-words.js';
import { Readiness } from './readiness.js';

type Look = () => Promise<HealthIndicatorResult>;

/** What `/health` looks at: the log, and the read models that follow it. */
@Injectable()
export class Vitals {
  constructor(
    private readonly indicator: HealthIndicatorService,
    private readonly store: EventStore,
    private readonly projections: Projections,
    private readonly readiness: Readiness,
    private readonly clock: Clock,
  ) {}

  all(): Look[] {
    return [this.orDown('log', () => this.log()), this.orDown('projections', () => this.readModels())];
  }

  /** Being away is what somebody asks this address about, and no failure of the question. */
  private orDown(name: string, look: Look): Look {
    return () =>
      look().catch((error: unknown) => {
        const said = inWords(error);
        if (!(said instanceof LogUnavailable)) throw error;
        return this.indicator.check(name).down({ message: said.message });
      });
  }

  private async log(): Promise<HealthIndicatorResult> {
    const [head, { recordedAt }] = await Promise.all([this.store.head(), this.projections.freshness(NOW)]);
    const clock = clockInWords(this.clock.now(), recordedAt);
    return this.indicator.check('log').up({ position: Number(head), ...(clock ? { clock } : {}) });
  }

  private async readModels(): Promise<HealthIndicatorResult> {
    const check = this.indicator.check('projections');
    const status = await this.projections.status();
    const stopped = status.filter((b) => b.failure).map((b) => ({ projection: b.projection, ...b.failure }));
    const slowest = status.reduce((least, b) => (b.position < least ? b.position : least), await this.store.head());
    const said = { position: Number(slowest), ...(stopped.length > 0 ? { stopped } : {}) };
    return stopped.length === 0 && this.readiness.reached(slowest) ? check.up(said) : check.down(said);
  }
}
