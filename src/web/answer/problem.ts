import { HttpException } from '@nestjs/common';
import { EditConflict } from '../../event-store/edit-conflict.js';
import { ConflictError, type StoredEvent } from '../../event-store/event-store.port.js';
import { LogUnavailable } from '../../event-store/log-unavailable.js';
import { inWords } from '../../event-store/postgres/failures.js';
import { UnreadableEvent } from '../../event-store/read-stored.js';
import { NotFound, Refusal, type FieldError } from '../../kernel/refusal.js';

/** What went wrong, for a page or for an API answer. `since` is what somebody else recorded meanwhile. */
export type Problem = Readonly<{
  status: number;
  code: string;
  title: string;
  detail: string;
  errors: readonly FieldError[];
  since: readonly StoredEvent[];
}>;

const TITLES: Readonly<Record<number, string>> = {
  400: 'The request could not be read',
  401: 'Sign in first',
  403: 'You may not do this',
  404: 'Not found',
  409: 'Somebody else changed this meanwhile',
  413: 'Too large',
  415: 'This kind of file cannot be read',
  422: 'There is a problem with what was sent',
  429: 'Too many attempts',
  500: 'Something went wrong on our side',
  503: 'Daybook cannot do this at the moment',
};

const problem = (status: number, code: string, detail: string, more: Partial<Problem> = {}): Problem => ({
  status,
  code,
  title: TITLES[status] ?? 'The request was refused',
  detail,
  errors: [],
  since: [],
  ...more,
});

/** Any error as a problem. What is not meant for people becomes a plain 500: nothing inside is shown. */
export const problemOf = (error: unknown): Problem => {
  if (error instanceof NotFound) return problem(404, error.code, error.message, { errors: error.errors });
  if (error instanceof Refusal) return problem(422, error.code, error.message, { errors: error.errors });
  if (error instanceof EditConflict) return problem(409, 'changed-meanwhile', error.message, { since: error.since });
  if (error instanceof ConflictError)
    return problem(409, 'changed-meanwhile', 'Somebody else recorded something at the same moment. Send it again.');
  if (error instanceof HttpException) return httpProblem(error);
  if (error instanceof UnreadableEvent) return unreadable(error);
  const said = inWords(error);
  if (said instanceof LogUnavailable) return problem(503, 'unavailable', `Tell your administrator: ${said.message}`);
  return (
    problemOfStatus(statusOf(error)) ??
    problem(500, 'internal', 'Nothing was recorded. Try again; if it happens again, tell your administrator.')
  );
};

/** It will not pass by itself, so whoever meets it must be told which event it is. */
const unreadable = ({ message }: UnreadableEvent): Problem => {
  const code = 'unreadable-event';
  const sentence = `${message} Until it can, nothing that rests on it is shown or recorded. Tell your administrator.`;
  return problem(500, code, sentence, { errors: [{ field: '', code, sentence }] });
};

/** Ours say what to do and carry a code; those of the framework are put in our words. */
const httpProblem = (error: HttpException): Problem => {
  const status = error.getStatus();
  const answer = error.getResponse();
  const code = typeof answer === 'object' && 'code' in answer ? answer.code : null;
  if (typeof code === 'string') {
    const field = typeof answer === 'object' && 'field' in answer ? answer.field : null;
    const errors = typeof field === 'string' ? [{ field, code, sentence: error.message }] : [];
    return problem(status, code, error.message, { errors });
  }
  return problemOfStatus(status) ?? problem(status, 'refused', error.message);
};

const CODES: Readonly<Record<number, string>> = { 400: 'unreadable', 404: 'not-found', 413: 'too-large' };
const DETAILS: Readonly<Record<number, string>> = {
  400: 'The request could not be read. Check that it is well formed.',
  404: 'There is nothing at this address. Check it, or start again from the dashboard.',
  413: 'What you sent is larger than Daybook takes. Send less at once.',
};

/** What Express and Nest say by a status alone, in our words; what could not be read or held is the body. */
const problemOfStatus = (status: number): Problem | null => {
  const [code, sentence] = [CODES[status], DETAILS[status]];
  if (!code || !sentence) return null;
  const errors = status === 404 ? [] : [{ field: 'body', code, sentence }];
  return problem(status, code, sentence, { errors });
};

/** Express and its body parsers throw plain errors that carry a status. */
const statusOf = (error: unknown): number =>
  error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : 500;
