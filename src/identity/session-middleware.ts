import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import connectPgSimple from 'connect-pg-simple';
import type { RequestHandler } from 'express';
import session from 'express-session';
import { Pool } from 'pg';

export const SESSION_COOKIE = 'daybook';
/** Without a request for this long, a session ends. */
const IDLE_MS = 30 * 60 * 1000;

export type SessionOptions = Readonly<{ secret: string; https: boolean }>;

/** Sessions in the database, so that a restart signs nobody out and a closed account's sessions can be ended. */
@Injectable()
export class SessionMiddleware implements OnModuleDestroy {
  readonly handle: RequestHandler;
  private readonly store: InstanceType<ReturnType<typeof connectPgSimple>>;

  constructor(
    private readonly pool: Pool,
    { secret, https }: SessionOptions,
  ) {
    this.store = new (connectPgSimple(session))({ pool, schemaName: 'identity', tableName: 'session' });
    this.handle = session({
      name: SESSION_COOKIE,
      secret,
      store: this.store,
      resave: false,
      saveUninitialized: false,
      rolling: true,
      // Behind the proxy that ends https, the cookie is still secure.
      proxy: https,
      cookie: { httpOnly: true, sameSite: 'lax', secure: https, maxAge: IDLE_MS },
    });
  }

  /** Everywhere this person is signed in. */
  async endAllOf(userId: string): Promise<void> {
    await this.pool.query(`delete from identity.session where sess->>'userId' = $1`, [userId]);
  }

  onModuleDestroy(): void {
    this.store.close();
  }
}
