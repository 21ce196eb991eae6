import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { Refusal } from '../kernel/refusal.js';
import type { OpenAccountState } from './account/decider.js';
import { HANDLE } from '../kernel/handle.js';
import { Accounts } from './accounts.js';
import { FailedSignIns } from './secrets/failed-sign-ins.js';
import { Passwords } from './secrets/passwords.js';

export type Credentials = Readonly<{ userId: string; password: string; address: string }>;

/** Handle and password, judged. */
@Injectable()
export class SignIn implements OnModuleInit {
  constructor(
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
    private readonly failures: FailedSignIns,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.passwords.decoyHash();
  }

  /**
   * One answer and one amount of work for a wrong handle, a wrong password and a closed account.
   * @throws Refusal on `userId`, TooManySignIns
   */
  async judge({ userId, password, address }: Credentials): Promise<OpenAccountState> {
    // What cannot be a handle belongs to nobody, however it is spelt: it is counted together.
    const handle = HANDLE.test(userId) ? userId : '';
    await this.failures.begin({ userId: handle, address, now: this.clock.now() });
    const right = await this.passwords.verify(handle, password);
    const account = await this.accounts.findOpen(handle);
    if (!right || !account)
      throw new Refusal(
        'not-recognised',
        'The user name or the password is not right. Check both and try again.',
        'userId',
      );
    await this.failures.forgive(handle);
    return account;
  }
}
