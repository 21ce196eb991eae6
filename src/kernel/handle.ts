import { z } from 'zod';

/** What somebody signs in with, and what the audit trail shows. Chosen once, never given to anybody else. */
export const HANDLE = /^[a-z][a-z0-9.-]{1,39}$/;
export const Handle = z.string().regex(HANDLE);
