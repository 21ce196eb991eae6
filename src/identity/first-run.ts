import { Injectable, type INestApplicationContext } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { IdentityOptions } from './options.js';
import { OneTimeLinks } from './secrets/one-time-links.js';
import { Passwords } from './secrets/passwords.js';

/** There is no default password: where nobody can sign in yet, whoever sees the console may open the first account. */
@Injectable()
export class FirstRun {
  constructor(
    private readonly options: IdentityOptions,
    private readonly passwords: Passwords,
    private readonly links: OneTimeLinks,
    private readonly clock: Clock,
  ) {}

  /** A local address that works once, for a day; null in demo mode, and once somebody has a password. */
  async link(): Promise<string | null> {
    if (this.options.mode === 'demo' || (await this.passwords.any())) return null;
    return `/set-up?token=${await this.links.make(null, this.clock.now())}`;
  }
}

/** To be printed on the console, behind the address of this service; each call ends the link before it. */
export const firstRunLink = (app: INestApplicationContext): Promise<string | null> => app.get(FirstRun).link();
