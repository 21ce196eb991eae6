import { HttpException, HttpStatus, Injectable } from '@nestjs/common';
import { Pool } from 'pg';

const MOST = 5;
const WINDOW_MINUTES = 15;

/** Guessing is slowed down: after five failures for one handle or from one address, people are asked to wait (429). */
export class TooManySignIns extends HttpException {
  constructor() {
    super(
      `There were ${MOST} failed attempts. Wait ${WINDOW_MINUTES} minutes, then try again.`,
      HttpStatus.TOO_MANY_REQUESTS,
    );
  }
}

export type Attempt = Readonly<{ userId: string; address: string; now: string }>;

@Injectable()
export class FailedSignIns {
  constructor(private readonly pool: Pool) {}

  /**
   * Counts the attempt as failed before it is judged: attempts sent all at once would otherwise each see none before.
   * @throws TooManySignIns; such an attempt is not counted, so the wait ends whatever is tried meanwhile.
   */
  async begin({ userId, address, now }: Attempt): Promise<void> {
    const since = new Date(Date.parse(now) - WINDOW_MINUTES * 60_000).toISOString();
    await this.pool.query('delete from identity.failed_sign_ins where at <= $1', [since]);
    const { rows: made } = await this.pool.query<{ id: string }>(
      'insert into identity.failed_sign_ins (user_id, address, at) values ($1, $2, $3) returning id',
      [userId, address, now],
    );
    const { rows } = await this.pool.query<{ failures: number }>(
      `select greatest(count(*) filter (where user_id = $1), count(*) filter (where address = $2))::int as failures
       from identity.failed_sign_ins where user_id = $1 or address = $2`,
      [userId, address],
    );
    if ((rows[0]?.failures ?? 0) <= MOST) return;
    await this.pool.query('delete from identity.failed_sign_ins where id = $1', [made[0]?.id]);
    throw new TooManySignIns();
  }

  /** The right password was given. What failed from the same address for other handles still counts. */
  async forgive(userId: string): Promise<void> {
    await this.pool.query('delete from identity.failed_sign_ins where user_id = $1', [userId]);
  }
}
