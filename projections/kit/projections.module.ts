import { Module, type DynamicModule } from '@nestjs/common';
import { PROJECTIONS, Projections, type ProjectionsSettings } from './projections.service.js';

@Module({})
export class ProjectionsModule {
  static forRoot(settings: ProjectionsSettings): DynamicModule {
    return {
      module: ProjectionsModule,
      global: true,
      providers: [{ provide: PROJECTIONS, useValue: settings }, Projections],
      exports: [Projections],
    };
  }
}
