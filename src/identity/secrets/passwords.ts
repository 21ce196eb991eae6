import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import { newSecret } from './random.js';

/** OWASP Password Storage Cheat Sheet, argon2id, first choice for 19 MiB: memory in KiB, passes, lanes. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The same letters typed on another keyboard are the same password. */
const typed = (password: string): string => password.normalize('NFKC');

/** Passwords, of which only the argon2id hash is kept. */
@Injectable()
export class Passwords {
  private decoy: Promise<string> | null = null;

  constructor(private readonly pool: Pool) {}

  async set(userId: string, password: string): Promise<void> {
    const made = await hash(typed(password), ARGON2ID);
    await this.pool.query(
      `insert into identity.passwords (user_id, hash) values ($1, $2) on conflict (user_id) do update set hash = excluded.hash`,
      [userId, made],
    );
  }

  /** The same work whether or not there is such an account, so that the time of the answer tells nothing. */
  async verify(userId: string, password: string): Promise<boolean> {
    const { rows } = await this.pool.query<{ hash: string }>('select hash from identity.passwords where user_id = $1', [
      userId,
    ]);
    const known = rows[0]?.hash;
    const right = await verify(known ?? (await this.decoyHash()), typed(password));
    return right && known !== undefined;
  }

  async forget(userId: string): Promise<void> {
    await this.pool.query('delete from identity.passwords where user_id = $1', [userId]);
  }

  async has(userId: string): Promise<boolean> {
    const { rowCount } = await this.pool.query('select 1 from identity.passwords where user_id = $1', [userId]);
    return rowCount === 1;
  }

  /** Whether anybody at all can sign in. */
  async any(): Promise<boolean> {
    const { rowCount } = await this.pool.query('select 1 from identity.passwords limit 1');
    return rowCount === 1;
  }

  /** Made when the app starts: made at the first sign-in, it would cost that one twice. */
  decoyHash(): Promise<string> {
    this.decoy ??= hash(newSecret(), ARGON2ID);
    return this.decoy;
  }
}
