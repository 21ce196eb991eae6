import { Injectable, type INestApplicationContext } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { RecordedCommand } from '../event-store/command/command.js';
import { fill } from '../event-store/command/fill.js';
import { idFrom, newId } from '../kernel/identifiers.js';
import { ROLES, type Role } from '../kernel/role.js';
import { IssueAccessToken, NotePasswordChange, OpenAccount } from './account/commands.js';
import { Accounts } from './accounts.js';
import { IdentityOptions } from './options.js';
import { Passwords } from './secrets/passwords.js';
import { TokenSecrets } from './secrets/token-secrets.js';

/** Well known on purpose: the demonstration listens on this machine only. */
export const DEMO_PASSWORD = 'daybook-demo';
export const demoToken = (role: Role): string => `demo-${role}`;

const TITLES: Readonly<Record<Role, string>> = {
  board: 'Improvement board member',
  lead: 'Operational lead',
  performance: 'Performance analyst',
  quality: 'Quality assurance lead',
  inspector: 'Inspector (HMI)',
  admin: 'Administrator',
};

/** One account for each role, with a password and a token that everybody knows. */
@Injectable()
export class DemoAccounts {
  constructor(
    private readonly options: IdentityOptions,
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
    private readonly tokens: TokenSecrets,
    private readonly bus: CommandBus,
  ) {}

  /** Adds what is missing; what somebody changed or closed meanwhile stays as it is. @throws Error in live mode */
  async seed(): Promise<void> {
    if (this.options.mode !== 'demo')
      throw new Error('Accounts with well-known passwords are for DAYBOOK_MODE=demo only.');
    for (const role of ROLES) await this.seedOne(role);
  }

  private async seedOne(role: Role): Promise<void> {
    const userId = role;
    const before = await this.accounts.find(userId);
    if (before.status === 'closed') return;
    if (before.status === 'absent') await this.send(fill(OpenAccount, { userId, title: TITLES[role], role }));
    if (!(await this.passwords.has(userId))) {
      await this.send(fill(NotePasswordChange, { userId }));
      await this.passwords.set(userId, DEMO_PASSWORD);
    }
    const tokenId = idFrom('demo-token', role);
    if (before.status === 'open' && before.tokens[tokenId]) return;
    await this.tokens.keep(demoToken(role), { tokenId, userId });
    await this.send(fill(IssueAccessToken, { userId, tokenId, label: 'Demonstration', expiresOn: null }));
  }

  private send(command: RecordedCommand): Promise<unknown> {
    return this.bus.execute(
      command.by({ actor: { userId: 'demo', role: 'system' }, source: 'demo', correlationId: newId() }),
    );
  }
}

/** Demo mode only. @throws Error in live mode */
export const seedDemoAccounts = (app: INestApplicationContext): Promise<void> => app.get(DemoAccounts).seed();
