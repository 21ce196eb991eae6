export type IdentityConfig = Readonly<{
  /** Accounts with well-known passwords are made in `demo` only. */
  mode: 'demo' | 'live';
  /** Signs the session cookie; without one, Daybook makes and keeps its own. */
  sessionSecret: string | null;
  /** Where people reach this service; with https, the session cookie travels over https only. */
  publicUrl: string | null;
}>;

/** What this room needs to know of the configuration. */
export class IdentityOptions implements Omit<IdentityConfig, 'sessionSecret'> {
  readonly mode: IdentityConfig['mode'];
  readonly publicUrl: IdentityConfig['publicUrl'];

  constructor({ mode, publicUrl }: IdentityConfig) {
    this.mode = mode;
    this.publicUrl = publicUrl;
  }

  get https(): boolean {
    return this.publicUrl?.startsWith('https:') ?? false;
  }
}
