import type { Config } from '../app.config.js';

export type IdentityConfig = Pick<Config, 'mode' | 'sessionSecret' | 'publicUrl'>;

/** What this room needs to know of the configuration. */
export class IdentityOptions implements Pick<IdentityConfig, 'mode'> {
  readonly mode: IdentityConfig['mode'];
  readonly https: boolean;

  constructor({ mode, publicUrl }: IdentityConfig) {
    this.mode = mode;
    this.https = publicUrl?.startsWith('https:') ?? false;
  }
}
