import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { londonDay } from '../kernel/plain-date.js';
import { works, type OpenAccountState } from './account/decider.js';
import { Accounts } from './accounts.js';
import type { Person } from './actor.js';
import { TokenSecrets } from './secrets/token-secrets.js';

const LONGEST_SESSION_MS = 12 * 60 * 60 * 1000;
const BEARER = /^bearer +(\S+)$/i;

/** Who sends a request. Each time the account is read anew: a role that changed, or an account that closed, counts at once. */
@Injectable()
export class Identify {
  constructor(
    private readonly accounts: Accounts,
    private readonly tokens: TokenSecrets,
    private readonly clock: Clock,
  ) {}

  async bySession(userId: string, signedInAt: string): Promise<Person | undefined> {
    if (Date.parse(this.clock.now()) - Date.parse(signedInAt) > LONGEST_SESSION_MS) return undefined;
    const account = await this.accounts.findOpen(userId);
    return account ? as(account, 'session') : undefined;
  }

  /** @param authorization the header's whole value */
  async byToken(authorization: string): Promise<Person | undefined> {
    const secret = BEARER.exec(authorization)?.[1];
    const known = secret ? await this.tokens.find(secret) : null;
    const account = known ? await this.accounts.findOpen(known.userId) : null;
    if (!known || !account || !works(account.tokens[known.tokenId], londonDay(this.clock.now()))) return undefined;
    return as(account, 'token');
  }
}

const as = ({ userId, title, role }: OpenAccountState, via: Person['via']): Person => ({ userId, title, role, via });
