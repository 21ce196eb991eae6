/** Every environment variable that Daybook reads: what it does, and its default. Nothing else reads the environment. */
export type Config = Readonly<{
  /** `demo` loads the sample authority and listens on loopback only; `live` starts empty. */
  mode: 'demo' | 'live';
  /** Whose daybook this is; without it, the name that the log has, or a plain one for a new log. */
  council: string | null;
  host: string;
  port: number;
  /** The embedded PostgreSQL keeps its data here. */
  dataDir: string;
  /** Without it, Daybook starts its own PostgreSQL in `dataDir`. */
  databaseUrl: string | null;
  /** Keeps the log in EventStoreDB at this address; without it, the log is in the database. */
  eventStoreUrl: string | null;
  /** Signs the session cookie; made on first run and kept in the database when not given. */
  sessionSecret: string | null;
  /** Address people reach this service at; needed for links, and https makes the session cookie secure. */
  publicUrl: string | null;
  /** How many proxies stand in front: their word on a caller's address is taken, nobody else's. */
  proxies: number;
  /** `off` in a web process that has a worker beside it. */
  runner: boolean;
}>;

const SAMPLE_COUNCIL = 'London Borough of Barnet';
const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

/** @throws Error naming the variable and what to set it to. */
export const readConfig = (env: NodeJS.ProcessEnv): Config => {
  const mode = oneOf(env, 'DAYBOOK_MODE', ['demo', 'live'] as const, env.NODE_ENV === 'production' ? 'live' : 'demo');
  return {
    mode,
    council: mode === 'demo' ? SAMPLE_COUNCIL : env.COUNCIL?.trim() || null,
    host: hostOf(mode, env.HOST ?? '127.0.0.1'),
    port: whole(env, 'PORT', 3000, 65_535),
    dataDir: env.DATA_DIR ?? './data',
    databaseUrl: env.DATABASE_URL ?? null,
    eventStoreUrl: eventStoreOf(env),
    sessionSecret: env.SESSION_SECRET ?? null,
    publicUrl: env.PUBLIC_URL ?? null,
    proxies: whole(env, 'PROXIES', 0, 10),
    runner: oneOf(env, 'RUNNER', ['on', 'off'] as const, 'on') === 'on',
  };
};

const oneOf = <const T extends string>(env: NodeJS.ProcessEnv, name: string, values: readonly T[], fallback: T): T => {
  const value = env[name] ?? fallback;
  const known = values.find((v) => v === value);
  if (!known) throw new Error(`${name} must be ${values.join(' or ')}, not "${value}".`);
  return known;
};

const eventStoreOf = (env: NodeJS.ProcessEnv): string | null => {
  if (oneOf(env, 'EVENT_STORE', ['postgres', 'eventstoredb'] as const, 'postgres') === 'postgres') return null;
  if (env.EVENTSTORE_URL) return env.EVENTSTORE_URL;
  throw new Error(
    'EVENT_STORE=eventstoredb needs EVENTSTORE_URL, like esdb://user:password@host:2113. Set it, or remove EVENT_STORE.',
  );
};

const hostOf = (mode: Config['mode'], host: string): string => {
  if (mode === 'demo' && !LOOPBACK.includes(host))
    throw new Error(
      `DAYBOOK_MODE=demo has well-known passwords and listens on this machine only, not on HOST=${host}. Remove HOST, or set DAYBOOK_MODE=live.`,
    );
  return host;
};

const whole = (env: NodeJS.ProcessEnv, name: string, fallback: number, most: number): number => {
  const text = env[name] ?? String(fallback);
  if (!/^\d{1,6}$/.test(text) || Number(text) > most)
    throw new Error(`${name} must be a number from 0 to ${most}, not "${text}".`);
  return Number(text);
};
