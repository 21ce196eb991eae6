import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ImportersModule } from '../importers/module.js';
import { SampleAuthority } from './load-sample-authority.js';

@Module({ imports: [CqrsModule, ImportersModule], providers: [SampleAuthority], exports: [SampleAuthority] })
export class DemoModule {}
