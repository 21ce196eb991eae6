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
  /** Signs the session cookie; made on first run and kept in the database when not given. */
  sessionSecret: string | null;
  /** Address people reach this service at; needed for links, and https makes the session cookie secure. */
  publicUrl: string | null;
  /** `off` in a web process that has a worker beside it. */
  runner: boolean;
}>;

const SAMPLE_COUNCIL = 'London Borough of Barnet';
const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

/** @throws Error naming the variable and what to set it to. */
export const readConfig = (env: NodeJS.ProcessEnv): Config => {
  const mode = oneOf(env, 'DAYBOOK_MODE', ['demo', 'live'] as const, env.NODE_ENV === 'production' ? 'live' : 'demo');
  const host = env.HOST ?? '127.0.0.1';
  if (mode === 'demo' && !LOOPBACK.includes(host))
    throw new Error(
      `DAYBOOK_MODE=demo has well-known passwords and listens on this machine only, not on HOST=${host}. Remove HOST, or set DAYBOOK_MODE=live.`,
    );
  return {
    mode,
    council: mode === 'demo' ? SAMPLE_COUNCIL : env.COUNCIL?.trim() || null,
    host,
    port: port(env.PORT ?? '3000'),
    dataDir: env.DATA_DIR ?? './data',
    databaseUrl: env.DATABASE_URL ?? null,
    sessionSecret: env.SESSION_SECRET ?? null,
    publicUrl: env.PUBLIC_URL ?? null,
    runner: oneOf(env, 'RUNNER', ['on', 'off'] as const, 'on') === 'on',
  };
};

const oneOf = <const T extends string>(env: NodeJS.ProcessEnv, name: string, values: readonly T[], fallback: T): T => {
  const value = env[name] ?? fallback;
  const known = values.find((v) => v === value);
  if (!known) throw new Error(`${name} must be ${values.join(' or ')}, not "${value}".`);
  return known;
};

const port = (text: string): number => {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > 65_535) throw new Error(`PORT must be a number from 0 to 65535, not "${text}".`);
  return value;
};
