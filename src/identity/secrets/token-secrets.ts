import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import { digestOf } from './random.js';

export type KnownToken = Readonly<{ tokenId: string; userId: string }>;

/** Which secret belongs to which token of the log; whether that token still works is for the log to say. */
@Injectable()
export class TokenSecrets {
  constructor(private readonly pool: Pool) {}

  async keep(secret: string, { tokenId, userId }: KnownToken): Promise<void> {
    await this.pool.query(
      'insert into identity.tokens (token_hash, token_id, user_id) values ($1, $2, $3) on conflict do nothing',
      [digestOf(secret), tokenId, userId],
    );
  }

  async find(secret: string): Promise<KnownToken | null> {
    const { rows } = await this.pool.query<KnownToken>(
      'select token_id as "tokenId", user_id as "userId" from identity.tokens where token_hash = $1',
      [digestOf(secret)],
    );
    return rows[0] ?? null;
  }

  async forget(tokenId: string): Promise<void> {
    await this.pool.query('delete from identity.tokens where token_id = $1', [tokenId]);
  }

  async forgetAllOf(userId: string): Promise<void> {
    await this.pool.query('delete from identity.tokens where user_id = $1', [userId]);
  }
}
