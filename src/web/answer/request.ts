import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { NOW, type Known } from '../../../projections/kit/known.js';
import type { Sender } from '../../event-store/command/command.js';
import { newId } from '../../kernel/identifiers.js';
import { InvalidInput } from '../../kernel/refusal.js';
import { takeDraft } from '../../identity/draft.js';
import { typedIn, type Typed } from './page.js';

declare module 'express-serve-static-core' {
  interface Request {
    /** What was known at the moment asked for by `?knownAt=`; set by the answer interceptor. */
    known?: Known;
    /** The London day that `?asAt=` asks for, such as `2018-01-16`; set likewise. */
    asAt?: string;
  }
}

const requestOf = (context: ExecutionContext): Request => context.switchToHttp().getRequest<Request>();

/** The log position a page is read at; put on the request by the answer interceptor. */
export const AtKnown = createParamDecorator(
  (_: unknown, context: ExecutionContext): Known => requestOf(context).known ?? NOW,
);

/** The day at which what time alone changes is worked out; put on the request by the answer interceptor. */
export const AsAt = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const { asAt } = requestOf(context);
  if (!asAt) throw new Error('The answer interceptor has not said which day is asked for');
  return asAt;
});

/** Who sends, from where, and how it may be retried. */
export const By = createParamDecorator((_: unknown, context: ExecutionContext): Sender => senderOf(requestOf(context)));

/** What was typed before a session ended, once, to fill the form again. */
export const Draft = createParamDecorator((_: unknown, context: ExecutionContext): Typed | null => {
  const request = requestOf(context);
  return takeDraft(request, request.path);
});

/** What the form holds, without its hidden fields. */
export const Form = createParamDecorator((_: unknown, context: ExecutionContext): Typed =>
  typedIn(requestOf(context).body),
);

const senderOf = (request: Request): Sender => {
  const { person } = request;
  if (!person) throw new Error(`${request.path} sends a command but lets anybody in`);
  const hidden = (request.body ?? {}) as Record<string, unknown>;
  return {
    actor: { userId: person.userId, role: person.role },
    source: person.via === 'token' ? 'api' : 'web',
    correlationId: request.get('x-request-id')?.slice(0, 100) ?? newId(),
    ...optional('idempotencyKey', key(request.get('idempotency-key') ?? hidden._key)),
    ...optional('seenRevision', revision(request.get('seen-revision') ?? hidden._seen)),
  };
};

const optional = <K extends string, V>(name: K, value: V | undefined) =>
  (value === undefined ? {} : { [name]: value }) as { [N in K]?: V };

const key = (value: unknown): string | undefined => {
  if (value === undefined || value === '') return undefined;
  if (typeof value === 'string' && /^[\x20-\x7e]{1,200}$/.test(value)) return value;
  throw new InvalidInput([
    {
      field: 'Idempotency-Key',
      code: 'bad-key',
      sentence: 'The Idempotency-Key must be 1 to 200 plain characters, such as a UUID.',
    },
  ]);
};

const revision = (value: unknown): number | undefined => {
  if (value === undefined || value === '') return undefined;
  if (typeof value === 'string' && /^\d{1,9}$/.test(value)) return Number(value);
  throw new InvalidInput([
    {
      field: 'Seen-Revision',
      code: 'bad-revision',
      sentence: 'Seen-Revision must be the revision that was read, such as 3.',
    },
  ]);
};
