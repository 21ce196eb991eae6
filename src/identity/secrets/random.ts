import { createHash, randomBytes } from 'node:crypto';

const BYTES = 32;

/** 256 random bits, in letters that an address may hold. */
export const newSecret = (): string => randomBytes(BYTES).toString('base64url');

/** What is stored instead of a secret. A plain hash is enough: there is nothing to guess in 256 random bits. */
export const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
