import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR } from '@nestjs/core';
import { AnswerInterceptor } from './answer.interceptor.js';
import { Commands } from './commands.js';
import { ProblemFilter } from './problem.filter.js';
import { ShellBuilder } from './shell.builder.js';

@Global()
@Module({
  providers: [
    ShellBuilder,
    Commands,
    { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
  exports: [ShellBuilder, Commands],
})
export class AnswerModule {}
