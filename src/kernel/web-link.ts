import { z } from 'zod';

/** Blanks and control signs are dropped by whoever opens an address: what is read and what is opened must be one. */
const PLAIN_ADDRESS = /^https?:\/\/[^\s\p{C}\\/][^\s\p{C}\\]*$/iu;

/** Whether a reader may be sent there: the web and nothing else, and no password in the address. */
export const isWebLink = (text: string): boolean => {
  if (!PLAIN_ADDRESS.test(text) || !URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && hostname !== '' && username === '' && password === '';
};

export const WebLink = z
  .string()
  .max(2_000)
  .refine(isWebLink, 'an address that starts with https:// or http://')
  .meta({ format: 'web address' });
