import type { Request } from 'express';

const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/** Can change something. */
export const isUnsafe = (request: Request): boolean => !SAFE.includes(request.method);

/** Answered with data and problem details, not with pages. */
export const isApi = ({ originalUrl }: Request): boolean => /^\/(?:api|metrics)(?:[/?]|$)/.test(originalUrl);

/** The browser's own word on which site a request came from. `unknown` is an old browser or a program. */
export const originOf = (request: Request): 'own' | 'foreign' | 'unknown' => {
  const site = request.get('sec-fetch-site');
  if (site) return site === 'same-origin' ? 'own' : site === 'none' ? 'unknown' : 'foreign';
  const origin = request.get('origin');
  // A page whose referrer policy hides it sends the word null.
  if (!origin || origin === 'null') return 'unknown';
  return hostOf(origin) === request.get('host') ? 'own' : 'foreign';
};

const hostOf = (address: string): string | null => (URL.canParse(address) ? new URL(address).host : null);

const HERE = 'http://daybook.invalid';

/**
 * A path of this service, or the fallback: a link to another site must not travel through our sign-in.
 * Judged by the parser that browsers use, because `/\evil.example` and `//evil.example` leave the site too.
 */
export const localPath = (text: unknown, fallback = '/'): string => {
  if (typeof text !== 'string' || !text.startsWith('/') || !URL.canParse(text, HERE)) return fallback;
  const { origin, pathname, search } = new URL(text, HERE);
  return origin === HERE && !pathname.startsWith('//') ? `${pathname}${search}` : fallback;
};

/** The page that holds the form: what the browser says it was on, else the address that the form was sent to. */
export const formAddress = (request: Request): string => {
  const referer = request.get('referer');
  if (referer && hostOf(referer) === request.get('host')) {
    const { pathname, search } = new URL(referer);
    return localPath(`${pathname}${search}`);
  }
  return localPath(request.originalUrl);
};
