import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import type {} from 'express-session';
import { from, mergeMap, switchMap, type Observable } from 'rxjs';
import { Projections } from '../../../projections/kit/projections.service.js';
import { InvalidInput } from '../../kernel/refusal.js';
import { knownAtFrom } from '../shell/shell.js';
import { Page, SeeOther } from './page.js';
import { ShellBuilder } from './shell.builder.js';

declare module 'express-session' {
  interface SessionData {
    /** What the last form did, said once on the next page. */
    notice: string;
  }
}

/** Before a handler: which moment is asked for. After it: a `Page` is rendered, a `SeeOther` is followed. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  constructor(
    private readonly projections: Projections,
    private readonly shells: ShellBuilder,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    const response = context.switchToHttp().getResponse<Response>();
    return from(this.know(request)).pipe(
      switchMap(() => next.handle()),
      mergeMap((answer) => this.answer(answer, request, response)),
    );
  }

  private async know(request: Request): Promise<void> {
    const { knownAt } = request.query;
    request.known = await this.projections.known(knownAt === undefined || knownAt === '' ? null : instantOf(knownAt));
  }

  private async answer(answer: unknown, request: Request, response: Response): Promise<unknown> {
    if (answer instanceof SeeOther) {
      if (answer.notice && request.session) request.session.notice = answer.notice;
      response.redirect(303, answer.address);
      return undefined;
    }
    if (!(answer instanceof Page)) return answer;
    const shell = await this.shells.of(request, answer.problem);
    response.status(answer.problem?.status ?? 200);
    response.render(answer.template, { ...answer.model, problem: answer.problem, shell });
    return undefined;
  }
}

const instantOf = (knownAt: unknown): string => {
  try {
    return knownAtFrom(String(knownAt)).instant;
  } catch {
    throw new InvalidInput([
      { field: 'knownAt', code: 'bad-moment', sentence: 'Known at must be a moment like 2018-01-16T09:30.' },
    ]);
  }
};
