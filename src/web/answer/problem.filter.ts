import { Catch, Injectable, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { problemOf, type Problem } from './problem.js';
import { ShellBuilder } from './shell.builder.js';

/** What no page caught: problem details (RFC 9457) under /api, a page in plain words elsewhere. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Problem');

  constructor(private readonly shells: ShellBuilder) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const problem = problemOf(error);
    // Of what an administrator is told in words already, everybody's every request would repeat the same trace.
    if (problem.status === 503) this.log.error(problem.detail);
    else if (problem.status >= 500) this.log.error(error instanceof Error ? error.stack : error);
    if (response.headersSent) {
      response.end();
      return;
    }
    response.status(problem.status);
    if (request.path.startsWith('/api')) {
      response.type('application/problem+json').send(JSON.stringify(details(problem, request)));
      return;
    }
    try {
      const shown = problem.status === 422 ? problem : null;
      response.render('shell/error.njk', { problem, shell: await this.shells.of(request, shown) });
    } catch (broken) {
      this.log.error(broken);
      response.type('text/plain').send(`${problem.title}. ${problem.detail}`);
    }
  }
}

const details = (problem: Problem, request: Request) => ({
  type: `urn:daybook:problem:${problem.code}`,
  title: problem.title,
  status: problem.status,
  detail: problem.detail,
  instance: request.originalUrl,
  ...(problem.errors.length > 0
    ? { errors: problem.errors.map(({ field, code, sentence }) => ({ field, code, detail: sentence })) }
    : {}),
  ...(problem.since.length > 0
    ? {
        since: problem.since.map(({ position, revision, type, data, metadata }) => ({
          position: Number(position),
          revision,
          type,
          data,
          recordedAt: metadata.recordedAt,
          actor: metadata.actor,
        })),
      }
    : {}),
});
