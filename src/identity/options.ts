import type { Config } from '../app.config.js';

export type IdentityConfig = Pick<Config, 'mode' | 'sessionSecret' | 'publicUrl'>;

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
