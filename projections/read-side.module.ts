import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ProjectionsModule } from './kit/projections.module.js';
import { moments, projections } from './projections.js';

const CONNECTIONS = 20;

/** The read models, their tables, and the runner where it is on. */
@Module({})
export class ReadSideModule {
  static with({ databaseUrl, runner }: { databaseUrl: string; runner: boolean }): DynamicModule {
    return {
      module: ReadSideModule,
      imports: [
        TypeOrmModule.forRoot({
          type: 'postgres',
          url: databaseUrl,
          entities: projections.map(({ table }) => table.entity),
          synchronize: false,
          retryAttempts: 0,
          // What a power cut takes from a read model it takes together with its bookmark: the log gives both back.
          extra: { max: CONNECTIONS, options: '-c synchronous_commit=off' },
        }),
        ProjectionsModule.forRoot({ all: projections, moments, databaseUrl, runner }),
      ],
    };
  }
}
