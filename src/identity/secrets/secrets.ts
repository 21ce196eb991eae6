import { Injectable } from '@nestjs/common';
import { SessionMiddleware } from '../session-middleware.js';
import { OneTimeLinks } from './one-time-links.js';
import { Passwords } from './passwords.js';
import { TokenSecrets } from './token-secrets.js';

/** All that lets a person in. */
@Injectable()
export class Secrets {
  constructor(
    readonly passwords: Passwords,
    readonly tokens: TokenSecrets,
    readonly links: OneTimeLinks,
    readonly sessions: SessionMiddleware,
  ) {}

  /** Nothing that this person held works any more. */
  async forget(userId: string): Promise<void> {
    await Promise.all([
      this.passwords.forget(userId),
      this.tokens.forgetAllOf(userId),
      this.links.withdraw(userId),
      this.sessions.endAllOf(userId),
    ]);
  }
}
