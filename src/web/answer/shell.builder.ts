import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Request } from 'express';
import { NOW } from '../../../projections/kit/known.js';
import { Projections } from '../../../projections/kit/projections.service.js';
import { Council } from '../../../projections/council/query.js';
import { may } from '../../identity/permissions.js';
import { Clock } from '../../kernel/clock.js';
import { londonDay, momentInWords } from '../../kernel/plain-date.js';
import { csrfToken } from '../../identity/sessions.js';
import type { Problem } from './problem.js';
import { knownAtFrom, navigationFor, type Person, type Shell } from '../shell/shell.js';

/** Everything around a page's own content, from the request and from how far the projections have come. */
@Injectable()
export class ShellBuilder {
  constructor(
    private readonly queries: QueryBus,
    private readonly projections: Projections,
    private readonly clock: Clock,
  ) {}

  async of(request: Request, problem: Problem | null = null): Promise<Shell> {
    const query = singleValues(request.query);
    const knownAt = request.known?.instant ? knownAtFrom(query.knownAt ?? '') : null;
    const person = personOf(request);
    const [council, freshness, status] = await Promise.all([
      this.queries.execute(new Council()),
      this.projections.freshness(request.known ?? NOW),
      this.projections.status(),
    ]);
    return {
      council: council.name,
      product: 'Daybook',
      simulated: council.mode === 'demo',
      path: request.path,
      query,
      knownAt,
      person,
      navigation: navigationFor(person, request.path, knownAt),
      freshness: freshness.recordedAt
        ? { position: Number(freshness.position), words: momentInWords(freshness.recordedAt) }
        : null,
      today: londonDay(this.clock.now()),
      csrf: csrfToken(request),
      ...noticeOf(request),
      ...(problem ? { errors: errorsOf(problem) } : {}),
      stopped: status.filter((b) => b.failure).map((b) => b.projection.replaceAll('-', ' ')),
      rebuilding: status.flatMap(({ projection, building }) =>
        building ? [{ name: projection.replaceAll('-', ' '), percent: building.percent }] : [],
      ),
    };
  }
}

const personOf = ({ person }: Request): Person | null =>
  person ? { userId: person.userId, title: person.title, role: person.role, may: (p) => may(person.role, p) } : null;

const errorsOf = (problem: Problem) =>
  problem.errors.length > 0
    ? problem.errors.map(({ field, sentence }) => ({ sentence, href: `#${field || 'main-content'}` }))
    : [{ sentence: problem.detail, href: '#main-content' }];

/** Said once, on the page after the form. */
const noticeOf = (request: Request): { notice?: string } => {
  const notice = request.session?.notice;
  if (!notice) return {};
  delete request.session.notice;
  return { notice };
};

const singleValues = (query: Request['query']): Record<string, string> =>
  Object.fromEntries(Object.entries(query).filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
