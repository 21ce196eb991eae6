import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Sender } from '../event-store/command/command.js';
import { check, fill } from '../event-store/command/fill.js';
import { Clock } from '../kernel/clock.js';
import type { Actor } from '../kernel/decider.js';
import { newId } from '../kernel/identifiers.js';
import { NotePasswordChange, OpenAccount } from './account/commands.js';
import { Accounts } from './accounts.js';
import type { LinkFor } from './secrets/one-time-links.js';
import { requireGoodPassword } from './secrets/password-rule.js';
import { Secrets } from './secrets/secrets.js';

/** Whoever holds a one-time link chooses a password: the link is their authority. */
@Injectable()
export class ChoosePassword {
  constructor(
    private readonly secrets: Secrets,
    private readonly accounts: Accounts,
    private readonly bus: CommandBus,
    private readonly clock: Clock,
  ) {}

  /** Whom the link is for: a handle, `null` for the first account of all, `undefined` when the link is no good. */
  look(secret: string): Promise<LinkFor | undefined> {
    return this.secrets.links.look(secret, this.clock.now());
  }

  /** For an account that is there. @returns false when the link is no good. @throws Refusal, and the link stays good. */
  async choose(secret: string, password: string): Promise<boolean> {
    const userId = await this.look(secret);
    const account = typeof userId === 'string' ? await this.accounts.findOpen(userId) : null;
    if (!account) return false;
    return this.secrets.links.use(secret, this.clock.now(), () => this.set(account.userId, password, account));
  }

  /**
   * Opens the first account of all, an administrator's.
   * @param typed `userId`, `title`
   * @returns false when the link is no good. @throws Refusal, and the link stays good.
   */
  async setUp(secret: string, typed: object, password: string): Promise<boolean> {
    if ((await this.look(secret)) !== null) return false;
    const opener: Actor = { userId: 'set-up', role: 'system' };
    const command = fill(OpenAccount, { ...typed, role: 'admin' }).by(sentBy(opener));
    await check(command);
    requireGoodPassword(password, command.userId);
    return this.secrets.links.use(secret, this.clock.now(), async () => {
      await this.bus.execute(command);
      await this.set(command.userId, password, opener);
    });
  }

  /** The log first: a password that nobody recorded must not work. */
  private async set(userId: string, password: string, actor: Actor): Promise<void> {
    requireGoodPassword(password, userId);
    await this.bus.execute(fill(NotePasswordChange, { userId }).by(sentBy(actor)));
    await this.secrets.passwords.set(userId, password);
    await this.secrets.sessions.endAllOf(userId);
  }
}

const sentBy = ({ userId, role }: Actor): Sender => ({
  actor: { userId, role },
  source: 'web',
  correlationId: newId(),
  reason: 'One-time link',
});
