import { v5, v7 } from 'uuid';

/** Daybook's own name space: an id derived from a name is the same on every machine. */
const DAYBOOK = '8c3f2f0e-52a5-5d9e-9b0a-6f6f1c1f6d11';

/** Sorts by time of making; for things made once. */
export const newId = (): string => v7();

/** The same parts give the same id; for retries and for things that a file names. */
export const idFrom = (...parts: readonly string[]): string => v5(JSON.stringify(parts), DAYBOOK);
