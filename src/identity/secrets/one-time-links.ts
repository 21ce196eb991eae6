import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import { digestOf, newSecret } from './random.js';

/** Whose password a link sets; `null` is the first run's link, which opens the first account. */
export type LinkFor = string | null;

const LIVES_MS = 24 * 60 * 60 * 1000;

/** Links that let somebody choose a password: they work once, for a day, and only the newest one for the same person. */
@Injectable()
export class OneTimeLinks {
  constructor(private readonly pool: Pool) {}

  /** The secret of a new link. */
  async make(userId: LinkFor, now: string): Promise<string> {
    const secret = newSecret();
    const until = new Date(Date.parse(now) + LIVES_MS).toISOString();
    await this.withdraw(userId);
    await this.keep(digestOf(secret), userId, until);
    return secret;
  }

  async withdraw(userId: LinkFor): Promise<void> {
    await this.pool.query('delete from identity.setup_links where user_id is not distinct from $1', [userId]);
  }

  /** Whom a link is for; `undefined` when it was used, has ended or never was. The link stays good. */
  async look(secret: string, now: string): Promise<LinkFor | undefined> {
    const { rows } = await this.pool.query<{ user_id: LinkFor }>(
      'select user_id from identity.setup_links where token_hash = $1 and expires_at > $2',
      [digestOf(secret), now],
    );
    return rows[0]?.user_id;
  }

  /**
   * Does the work that a link allows, and ends the link: of two people with one link, one is told no. If the work is
   * refused the link is good again. False when the link is no good.
   */
  async use(secret: string, now: string, work: () => Promise<void>): Promise<boolean> {
    const { rows } = await this.pool.query<{ user_id: LinkFor; expires_at: Date }>(
      'delete from identity.setup_links where token_hash = $1 and expires_at > $2 returning user_id, expires_at',
      [digestOf(secret), now],
    );
    const [link] = rows;
    if (!link) return false;
    try {
      await work();
      return true;
    } catch (error) {
      await this.keep(digestOf(secret), link.user_id, link.expires_at.toISOString());
      throw error;
    }
  }

  private async keep(digest: string, userId: LinkFor, until: string): Promise<void> {
    await this.pool.query('insert into identity.setup_links (token_hash, user_id, expires_at) values ($1, $2, $3)', [
      digest,
      userId,
      until,
    ]);
  }
}
