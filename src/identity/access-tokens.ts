import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Sender } from '../event-store/command/command.js';
import { fill } from '../event-store/command/fill.js';
import { Clock } from '../kernel/clock.js';
import { newId } from '../kernel/identifiers.js';
import { londonDay } from '../kernel/plain-date.js';
import { IssueAccessToken, RevokeAccessToken } from './account/commands.js';
import { works } from './account/decider.js';
import { Accounts } from './accounts.js';
import { newSecret } from './secrets/random.js';
import { TokenSecrets } from './secrets/token-secrets.js';

export type AccessToken = Readonly<{ tokenId: string; label: string; expiresOn: string | null }>;
/** The only moment at which the token itself can be read. */
export type IssuedToken = Readonly<{ tokenId: string; secret: string }>;

/** Tokens with which programs act for a person. */
@Injectable()
export class AccessTokens {
  constructor(
    private readonly accounts: Accounts,
    private readonly secrets: TokenSecrets,
    private readonly bus: CommandBus,
    private readonly clock: Clock,
  ) {}

  /** Those that work today, newest first. */
  async list(userId: string): Promise<AccessToken[]> {
    const account = await this.accounts.findOpen(userId);
    const today = londonDay(this.clock.now());
    return Object.entries(account?.tokens ?? {})
      .filter(([, token]) => works(token, today))
      .map(([tokenId, { label, expiresOn }]) => ({ tokenId, label, expiresOn }))
      .reverse();
  }

  /**
   * @param typed `label`, `expiresOn`
   * @throws Refusal
   */
  async issue(userId: string, typed: object, sender: Sender): Promise<IssuedToken> {
    const tokenId = newId();
    const secret = newSecret();
    // Sent twice, the second answer could not show the first token again: each request makes its own.
    const { idempotencyKey: _, ...sent } = sender;
    await this.bus.execute(fill(IssueAccessToken, { ...typed, userId, tokenId }).by(sent));
    await this.secrets.keep(secret, { tokenId, userId });
    return { tokenId, secret };
  }

  /** @throws NotFound, Refusal */
  async revoke(userId: string, tokenId: string, sender: Sender): Promise<void> {
    await this.bus.execute(fill(RevokeAccessToken, { userId, tokenId }).by(sender));
    await this.secrets.forget(tokenId);
  }
}
