import type { Request } from 'express';
import { draftFrom, type Draft } from '../../identity/draft.js';
import { formAddress, isUnsafe, localPath } from '../../identity/request.js';
import { page, SeeOther, type Page } from '../answer/page.js';

/** What the sign-in form carries besides handle and password. */
export type SignInForm = Readonly<{
  userId: string;
  /** Where to go afterwards: an address of this service. */
  next: string;
  /** What was typed before the session ended, as JSON; empty when there was nothing to keep. */
  draft: string;
  /** Why the person sees this form when they did not ask for it. */
  said: string | null;
  /** Handles and password of the demonstration. */
  demo: Readonly<{ handles: readonly string[]; password: string }> | null;
}>;

export const signInPage = (form: Omit<SignInForm, 'demo'>, demo: SignInForm['demo']): Page =>
  page('sign-in/page.njk', { ...form, demo });

/** In place of a page that nobody may see: the sign-in form, which keeps what was typed. */
export const signInInstead = (request: Request, demo: SignInForm['demo']): Page | SeeOther => {
  if (!isUnsafe(request)) {
    const next = localPath(request.originalUrl);
    return new SeeOther(next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`);
  }
  const draft = draftFrom(request);
  return signInPage(
    { userId: '', next: formAddress(request), draft: draft ? JSON.stringify(draft) : '', said: said(draft) },
    demo,
  );
};

const said = (draft: Draft | null): string =>
  draft
    ? 'Your session ended. Sign in and we will bring back what you typed.'
    : 'Your session ended, and nothing was recorded. Sign in and fill in the form again.';
