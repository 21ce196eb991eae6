import { Module, type MiddlewareConsumer, type NestModule } from '@nestjs/common';
import { OperationsApi } from './api.controller.js';
import { OperationsPage } from './controller.js';
import { MeasureRequests } from './measure-requests.js';
import { MetricsController } from './metrics.controller.js';
import { Metrics } from './metrics.js';
import { Rates } from './rates.js';
import { Operations } from './standing.js';

@Module({
  controllers: [OperationsPage, OperationsApi, MetricsController],
  providers: [Operations, Rates, Metrics],
})
export class OperationsModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(MeasureRequests).forRoutes('{*path}');
  }
}
