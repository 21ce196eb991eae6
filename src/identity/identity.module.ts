import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Pool } from 'pg';
import { commandHandlers } from '../event-store/command/handlers.js';
import { Staff } from '../kernel/staff.js';
import { AccessTokens } from './access-tokens.js';
import { accountCommands } from './account/commands.js';
import { accountDecider, accountStream } from './account/decider.js';
import { accountEvents } from './account/events.js';
import { Accounts } from './accounts.js';
import { ChoosePassword } from './choose-password.js';
import { DemoAccounts } from './demo-accounts.js';
import { FirstRun } from './first-run.js';
import { Identify } from './identify.js';
import { IdentityGuard } from './identity.guard.js';
import { IdentityOptions, type IdentityConfig } from './options.js';
import { People } from './people.js';
import { FailedSignIns } from './secrets/failed-sign-ins.js';
import { OneTimeLinks } from './secrets/one-time-links.js';
import { Passwords } from './secrets/passwords.js';
import { Secrets } from './secrets/secrets.js';
import { createSecrets } from './secrets/schema.js';
import { sessionSecret } from './secrets/session-secret.js';
import { TokenSecrets } from './secrets/token-secrets.js';
import { SessionMiddleware } from './session-middleware.js';
import { SignIn } from './sign-in.js';

const secrets: Provider[] = [Passwords, TokenSecrets, OneTimeLinks, FailedSignIns, Secrets];
const services = [Accounts, SignIn, Identify, People, AccessTokens, ChoosePassword, FirstRun, DemoAccounts];

/** Who acts, and what they may do. With this module in an app, a route that names nobody admits nobody. */
@Module({})
export class IdentityModule {
  static forRoot(config: IdentityConfig): DynamicModule {
    const options = new IdentityOptions(config);
    return {
      module: IdentityModule,
      global: true,
      providers: [
        { provide: IdentityOptions, useValue: options },
        {
          provide: SessionMiddleware,
          inject: [Pool],
          // Instances are made before the app is handed out, so the tables are there for whoever asks first.
          useFactory: async (pool: Pool) => {
            await createSecrets(pool);
            return new SessionMiddleware(pool, {
              secret: await sessionSecret(pool, config.sessionSecret),
              https: options.https,
            });
          },
        },
        ...secrets,
        ...services,
        { provide: Staff, useExisting: Accounts },
        ...commandHandlers({
          decider: accountDecider,
          events: accountEvents,
          commands: accountCommands,
          streamOf: (command) => accountStream(command.userId),
        }),
        { provide: APP_GUARD, useClass: IdentityGuard },
      ],
      exports: [...services, Staff, SessionMiddleware, IdentityOptions],
    };
  }
}
