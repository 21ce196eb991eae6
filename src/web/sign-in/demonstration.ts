import { Injectable } from '@nestjs/common';
import { DEMO_PASSWORD } from '../../identity/demo-accounts.js';
import { IdentityOptions } from '../../identity/options.js';
import { ROLES } from '../../kernel/role.js';
import type { SignInForm } from './instead.js';

/** What the sign-in page tells in demo mode, and in no other. */
@Injectable()
export class Demonstration {
  readonly accounts: SignInForm['demo'];

  constructor({ mode }: IdentityOptions) {
    this.accounts = mode === 'demo' ? { handles: ROLES, password: DEMO_PASSWORD } : null;
  }
}
