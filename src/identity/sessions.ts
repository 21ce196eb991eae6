import type { INestApplication } from '@nestjs/common';
import { csrfSync } from 'csrf-sync';
import type { NextFunction, Request, Response } from 'express';
import type {} from 'express-session';
import type { Draft } from './draft.js';
import { Identify } from './identify.js';
import { isApi } from './request.js';
import { SessionMiddleware } from './session-middleware.js';

declare module 'express-session' {
  interface SessionData {
    userId: string;
    /** UTC instant: a session has a longest life, whatever happens in it. */
    signedInAt: string;
    /** What was typed into a form when the session before this one had ended. */
    draft: Draft;
  }
}

const settled = (act: (done: (error?: unknown) => void) => unknown): Promise<void> =>
  new Promise((resolve, reject) =>
    act((error) =>
      error ? reject(error instanceof Error ? error : new Error('The session could not be kept.')) : resolve(),
    ),
  );

/** Signed in from here on, under a new session id: one that was known before must not become worth having. */
export const beginSession = async (
  request: Request,
  userId: string,
  now: string,
  draft: Draft | null,
): Promise<void> => {
  await settled((done) => request.session.regenerate(done));
  Object.assign(request.session, { userId, signedInAt: now, ...(draft ? { draft } : {}) });
  await settled((done) => request.session.save(done));
};

/** Writes the session now, for an answer that sends the browser on; somebody without one stays without. */
export const keepSession = async ({ session }: Request): Promise<void> => {
  if (session?.userId) await settled((done) => session.save(done));
};

/** Signed out, here and in the store; the request goes on with an empty session. */
export const endSession = (request: Request): Promise<void> => settled((done) => request.session.regenerate(done));

const sentToken = (request: Request): string | undefined => {
  const token = (request.body as { _csrf?: unknown } | undefined)?._csrf ?? request.get('x-csrf-token');
  return typeof token === 'string' ? token : undefined;
};

const tokens = csrfSync({ getTokenFromRequest: sentToken });

/** The secret of this session's forms, sent with each as `_csrf`. Empty when nobody is signed in. */
export const csrfToken = (request: Request): string =>
  request.person?.via === 'session' ? tokens.generateToken(request) : '';

/** Whether a form came from a page of this session. Takes `_csrf` out of the body: the rest is what was typed. */
export const provesForm = (request: Request): boolean => {
  const proven = tokens.isRequestValid(request);
  if (request.body) delete (request.body as { _csrf?: unknown })._csrf;
  return proven;
};

/** Sessions and `request.person`, for every route. After the body parsers and the assets, before the routes. */
export const useSessions = (app: INestApplication): void => {
  const identify = app.get(Identify);
  app.use(app.get(SessionMiddleware).handle);
  app.use(async (request: Request, response: Response, next: NextFunction) => {
    const authorization = isApi(request) ? request.get('authorization') : undefined;
    const { userId, signedInAt } = request.session;
    // A token that does not work is not helped out by a session beside it.
    if (authorization !== undefined) request.person = await identify.byToken(authorization);
    else if (userId && signedInAt) {
      request.person = await identify.bySession(userId, signedInAt);
      if (!request.person) await endSession(request);
    }
    // What one person was shown is not for the next one at the same machine.
    if (request.person) response.setHeader('Cache-Control', 'no-store');
    next();
  });
};
