import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import type {} from 'express-session';
import { from, mergeMap, switchMap, type Observable } from 'rxjs';
import { Projections } from '../../../projections/kit/projections.service.js';
import { keepSession } from '../../identity/sessions.js';
import { Clock } from '../../kernel/clock.js';
import { londonDay, plainDate } from '../../kernel/plain-date.js';
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
    private readonly clock: Clock,
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
    const { instant } = request.known;
    request.asAt = dayOf(request.query.asAt) ?? (instant === null ? this.clock.today() : londonDay(instant));
  }

  private async answer(answer: unknown, request: Request, response: Response): Promise<unknown> {
    if (answer instanceof SeeOther) {
      if (answer.notice && request.session) request.session.notice = answer.notice;
      // Kept before anything is sent: a browser follows the address as soon as it has read the headers.
      await keepSession(request);
      response.status(303).location(answer.address).type('text');
      return `Go on to ${answer.address}`;
    }
    if (!(answer instanceof Page)) return answer;
    const shell = await this.shells.of(request, answer.problem);
    response.status(answer.problem?.status ?? 200).type('html');
    return rendered(response, answer.template, { ...answer.model, problem: answer.problem, shell });
  }
}

/** Nest sends what a handler returns, so a page that Express sent by itself would be sent twice. */
const rendered = (response: Response, template: string, model: object): Promise<string> =>
  new Promise((resolve, reject) =>
    response.render(template, model, (error: Error | null, html: string) => (error ? reject(error) : resolve(html))),
  );

/** Null where no day is asked for. */
const dayOf = (asAt: unknown): string | null => {
  if (asAt === undefined || asAt === '') return null;
  if (typeof asAt === 'string' && plainDate.isDay(asAt)) return asAt;
  throw new InvalidInput([{ field: 'asAt', code: 'bad-day', sentence: 'As at must be a date like 2018-01-16.' }]);
};

const instantOf = (knownAt: unknown): string => {
  try {
    return knownAtFrom(String(knownAt)).instant;
  } catch {
    throw new InvalidInput([
      { field: 'knownAt', code: 'bad-moment', sentence: 'Known at must be a moment like 2018-01-16T09:30.' },
    ]);
  }
};
