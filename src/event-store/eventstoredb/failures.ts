import { isCommandError, ErrorType } from '@eventstore/db-client';
import { NoSuchPosition } from '../event-store.port.js';
import { LogUnavailable } from '../log-unavailable.js';

// gRPC status codes. The client passes some of them on as plain errors, so the number is what counts.
const CODE = { cancelled: 1, unknown: 2, deadlineExceeded: 4, aborted: 10, internal: 13, unavailable: 14 } as const;
const DENIED: ReadonlySet<unknown> = new Set([7, 16]);
const LOST: ReadonlySet<unknown> = new Set(Object.values(CODE));

const typeOf = (error: unknown): ErrorType | undefined => {
  if (!(error instanceof Error)) return undefined;
  if (isCommandError(error)) return (error as { type?: ErrorType }).type;
  return 'code' in error && DENIED.has(error.code) ? ErrorType.ACCESS_DENIED : undefined;
};

// Newer servers say the first, older ones the second, all under the code for "unknown"; asking again is no help.
const isNoPosition = (error: Error): boolean => /invalid position|Unexpected ReadAllResult/i.test(error.message);

/** The connection or the leader is gone; the same may work in a while. What was asked may have happened or not. */
export const isLostConnection = (error: unknown): boolean =>
  error instanceof Error &&
  typeOf(error) !== ErrorType.ACCESS_DENIED &&
  !isNoPosition(error) &&
  (typeOf(error) === ErrorType.NOT_LEADER ||
    /^Failed to discover/.test(error.message) ||
    ('code' in error && LOST.has(error.code)));

const SENTENCES: Partial<Record<ErrorType, string>> = {
  [ErrorType.ACCESS_DENIED]:
    'EventStoreDB refused the user or the password, or lets that user neither read $all nor write. Correct EVENTSTORE_URL.',
  [ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED]: 'EventStoreDB takes no batch of that size. Record less at a time.',
  [ErrorType.STREAM_DELETED]:
    'Somebody deleted this stream in EventStoreDB. Nothing can be recorded in it: restore the server from a backup.',
};

/** The failure as a sentence for the person who runs Daybook; one that has none comes back as it is. */
export const inWords = (error: unknown, connectionString?: string): unknown => {
  const sentence = SENTENCES[typeOf(error) ?? ErrorType.UNKNOWN];
  if (sentence) return new LogUnavailable(sentence, error);
  if (error instanceof Error && isNoPosition(error))
    return new NoSuchPosition('No event stands at this place in the log.', { cause: error });
  if (!isLostConnection(error)) return error;
  const where = connectionString ? ` at ${hostsOf(connectionString)}` : '';
  return new LogUnavailable(`No EventStoreDB answers${where}. Start it, or correct EVENTSTORE_URL.`, error);
};

/** Without user and password. */
const hostsOf = (connectionString: string): string => /^[^/]*\/\/(?:[^@]*@)?([^/?]*)/.exec(connectionString)?.[1] ?? '';
