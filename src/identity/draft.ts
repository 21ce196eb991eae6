import type { Request } from 'express';
import { z } from 'zod';
import { formAddress, localPath, originOf } from './request.js';

const MOST_FIELDS = 50;
/** As a browser sends it back, so that the sign-in form stays below the limit that any form has. */
const MOST_BYTES = 64 * 1024;
/** `_csrf` and its like belong to the page, not to the person; a secret is never written into one. */
const NEVER_KEPT = /^_|password|secret/i;

const Draft = z.object({ address: z.string(), fields: z.record(z.string(), z.string()) });
export type Draft = z.infer<typeof Draft>;

const encodedSize = (text: string): number => encodeURIComponent(text).length;
const fits = (draft: Draft): boolean =>
  Object.keys(draft.fields).length <= MOST_FIELDS && encodedSize(JSON.stringify(draft)) <= MOST_BYTES;

/**
 * What was typed into a form whose session has ended, to be carried through signing in. Nothing when it is too big,
 * when there is nothing, or when the browser does not vouch that the form was ours.
 */
export const draftFrom = (request: Request): Draft | null => {
  if (originOf(request) !== 'own') return null;
  const typed = Object.entries((request.body ?? {}) as Record<string, unknown>).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string' && !NEVER_KEPT.test(pair[0]),
  );
  const draft = { address: formAddress(request), fields: Object.fromEntries(typed) };
  return typed.length > 0 && fits(draft) ? draft : null;
};

/** A draft as the sign-in form sends it back. Judged again: it has been outside. */
export const readDraft = (text: unknown): Draft | null => {
  if (typeof text !== 'string' || encodedSize(text) > MOST_BYTES) return null;
  try {
    const draft = Draft.parse(JSON.parse(text));
    return fits(draft) ? { ...draft, address: localPath(draft.address) } : null;
  } catch {
    return null;
  }
};

/** What was typed before the session ended, once, for the form at this path. Nothing is submitted by itself. */
export const takeDraft = (request: Request, path: string): Record<string, string> | null => {
  const draft = request.session?.draft;
  if (draft?.address.split('?')[0] !== path) return null;
  delete request.session.draft;
  return draft.fields;
};
