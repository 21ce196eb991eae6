import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Sender } from '../event-store/command/command.js';
import { fill } from '../event-store/command/fill.js';
import { Clock } from '../kernel/clock.js';
import { ChangeRole, CloseAccount, IssuePasswordLink, OpenAccount, ReopenAccount } from './account/commands.js';
import { Secrets } from './secrets/secrets.js';

/** What an administrator does with accounts: the fact goes into the log, the secrets beside it come and go with it. */
@Injectable()
export class People {
  constructor(
    private readonly bus: CommandBus,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
  ) {}

  /**
   * @param typed `userId`, `title`, `role`
   * @returns the secret of the link with which the new person chooses a password
   * @throws Refusal
   */
  async open(typed: object, sender: Sender): Promise<string> {
    const command = fill(OpenAccount, typed).by(sender);
    await this.bus.execute(command);
    return this.passwordLink(command.userId, sender);
  }

  /** @param typed `role`, `title` */
  async changeRole(userId: string, typed: object, sender: Sender): Promise<void> {
    await this.bus.execute(fill(ChangeRole, { ...typed, userId }).by(sender));
  }

  /** Nothing works from here on: the account is closed in the log first, and that alone ends every session and token. */
  async close(userId: string, typed: object, sender: Sender): Promise<void> {
    await this.bus.execute(fill(CloseAccount, { ...typed, userId }).by(sender));
    await this.secrets.forget(userId);
  }

  /** @returns the secret of a new link: the old password does not come back */
  async reopen(userId: string, typed: object, sender: Sender): Promise<string> {
    const { recorded } = await this.bus.execute(fill(ReopenAccount, { ...typed, userId }).by(sender));
    if (recorded > 0) await this.secrets.forget(userId);
    return this.passwordLink(userId, sender);
  }

  /** For somebody new, or who forgot their password. Ends an earlier link. */
  async passwordLink(userId: string, sender: Sender): Promise<string> {
    // Another body than the command before it, so the same key would be refused.
    const { idempotencyKey: _, ...sent } = sender;
    await this.bus.execute(fill(IssuePasswordLink, { userId }).by(sent));
    return this.secrets.links.make(userId, this.clock.now());
  }
}
