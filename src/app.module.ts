import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { TerminusModule } from '@nestjs/terminus';
import { queryHandlers } from '../projections/projections.js';
import { ReadSideModule } from '../projections/read-side.module.js';
import type { Config } from './app.config.js';
import { DemoModule } from './demo/demo.module.js';
import { EventStoreModule } from './event-store/event-store.module.js';
import { GovernanceModule } from './governance/module.js';
import { IdentityModule } from './identity/identity.module.js';
import { ImportersModule } from './importers/module.js';
import type { Clock } from './kernel/clock.js';
import { MeasuresModule } from './measures/module.js';
import { PlanModule } from './plan/module.js';
import { WebModule } from './web/web.module.js';

/** The contents page: the only place where the write side and the read side meet. */
@Module({})
export class AppModule {
  static with({ config, databaseUrl, clock }: { config: Config; databaseUrl: string; clock: Clock }): DynamicModule {
    return {
      module: AppModule,
      imports: [
        CqrsModule.forRoot(),
        EventStoreModule.forRoot({ databaseUrl, eventStoreUrl: config.eventStoreUrl, clock }),
        IdentityModule.forRoot(config),

        GovernanceModule,
        PlanModule,
        MeasuresModule,
        ImportersModule,
        DemoModule,

        ReadSideModule.with({ databaseUrl, runner: config.runner }),

        TerminusModule,
        WebModule,
      ],
      providers: queryHandlers,
    };
  }
}
