import { DatabaseError } from 'pg';
import { LogDamaged, LogUnavailable } from '../log-unavailable.js';

// TypeORM puts an error of its own around the driver's.
const whole = (error: unknown): unknown => (Object(error) as { driverError?: unknown }).driverError ?? error;

const codeOf = (error: unknown): string => {
  const { code } = Object(error) as { code?: unknown };
  return typeof code === 'string' ? code : '';
};

// PostgreSQL, appendix A: classes 22 and 23 are about values, 54 about limits such as the size of one.
export const isAboutTheData = (error: unknown): boolean =>
  error instanceof DatabaseError && /^(22|23|54)/.test(codeOf(error));

// pg gives a connection that ended under a query no code, only these words.
const ENDED =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;

/** The way to the database is broken, not the question: the same may work in a while. */
export const isLostConnection = (error: unknown): boolean =>
  error instanceof DatabaseError
    ? /^(08|57P0[123]|53300)/.test(codeOf(error))
    : /^(ECONN|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT|EHOST|ENET)/.test(codeOf(error)) ||
      ENDED.test(String((Object(error) as { message?: unknown }).message));

export const READ_ONLY =
  'The database is read-only, so nothing can be recorded. Set DATABASE_URL to the primary server, or make the database writable.';

const SENTENCES: readonly (readonly [code: RegExp, sentence: string])[] = [
  [/^28/, 'PostgreSQL refused the user or the password. Correct DATABASE_URL.'],
  [/^3D000/, 'PostgreSQL has no database of that name. Create it, or correct DATABASE_URL.'],
  [/^25006/, READ_ONLY],
  [
    /^42501/,
    'The database user may not read or append to the log. Start Daybook once as the owner of the database, or grant that user the role daybook_log.',
  ],
  [/^53100/, 'The disk of the database is full. Nothing was recorded. Free some space and try again.'],
];

// Class XX001 and XX002: a page fails its checksum, or an index contradicts its table.
const isDamage = (error: unknown): boolean => error instanceof DatabaseError && /^XX00[12]/.test(codeOf(error));
const DAMAGED =
  'The disk does not give back what was stored: a page of the database is damaged. Restore it from a backup; npm run verify says how far the log can be read.';

/** The same failure as a sentence for the person who runs Daybook; one that has none comes back as it is. */
export const inWords = (thrown: unknown, connectionString?: string): unknown => {
  const error = whole(thrown);
  const [, sentence] = SENTENCES.find(([code]) => error instanceof DatabaseError && code.test(codeOf(error))) ?? [];
  if (isDamage(error)) return new LogDamaged(DAMAGED, error);
  if (sentence) return new LogUnavailable(sentence, error);
  if (!isLostConnection(error)) return thrown;
  const where = connectionString ? ` at ${new URL(connectionString).host}` : '';
  return new LogUnavailable(`No PostgreSQL answers${where}. Start it, or correct DATABASE_URL.`, error);
};
