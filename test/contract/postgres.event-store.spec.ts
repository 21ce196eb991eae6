import { readFileSync } from 'node:fs';
import { Client, type Pool } from 'pg';
import { ConflictError } from '../../src/event-store/event-store.port.js';
import { TURN } from '../../src/event-store/postgres/append-functions.js';
import { openLog } from '../../src/event-store/postgres/open-log.js';
import { PostgresEventStore } from '../../src/event-store/postgres/postgres.event-store.js';
import { Waker } from '../../src/event-store/postgres/waker.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';
import { eventStoreContract } from './event-store.contract.js';
import { proxyTo } from './event-store.proxy.js';
import { collect, Follower, idsOf, many, metadata, noted, type Opened } from './event-store.support.js';

/** The address under another name, so that one client's connections can be told from another's. */
const as = (name: string, { url }: FreshDatabase): string => {
  const address = new URL(url);
  address.searchParams.set('application_name', name);
  return address.href;
};

const owner = async <T>(database: FreshDatabase, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/** Counts the rows that every query of a pool brings. */
const counting = (pool: Pool): (() => number) => {
  let rows = 0;
  const query = pool.query.bind(pool) as unknown as (...question: unknown[]) => Promise<{ rows: unknown[] }>;
  const counted = async (...question: unknown[]) => {
    const result = await query(...question);
    rows += result.rows.length;
    return result;
  };
  Object.assign(pool, { query: counted });
  return () => rows;
};

const open = async (): Promise<Opened> => {
  const database = await freshDatabase();
  const address = as('first', database);
  const pool = await openLog(address);
  const handedOut = counting(pool);
  const waker = new Waker(address);
  await waker.start();
  const store = new PostgresEventStore(pool, waker);
  return {
    store,
    handedOut,
    countsByReading: false,
    findsIdsInOtherStreams: true,
    reopen: () => PostgresEventStore.open(as('second', database)),
    disconnect: () =>
      owner(database, async (client) => {
        const cut = `select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and application_name = 'first'`;
        await client.query(cut);
      }),
    close: async () => {
      await store.close();
      await database.drop();
    },
  };
};

eventStoreContract('PostgreSQL', open);

describe('the log in PostgreSQL, besides', () => {
  let database: FreshDatabase;
  let store: PostgresEventStore;

  beforeAll(async () => {
    database = await freshDatabase();
    store = await PostgresEventStore.open(database.url);
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  /** Resolves when somebody waits for the turn that this transaction holds. */
  const someoneWaits = async (client: Client): Promise<void> => {
    // Inside a transaction PostgreSQL answers from the first look it took, unless it is told to look again.
    await client.query('select pg_stat_clear_snapshot()');
    const { rowCount } = await client.query(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (!rowCount) await someoneWaits(client);
  };

  it('lets nobody pass an append that is late to commit', async () => {
    const late = noted({}, 'CommittedLate');
    const follower = new Follower(store, 0n);
    await owner(database, async (client) => {
      await client.query('begin');
      await client.query(`select ${TURN}`);
      await client.query(`insert into log.events select position + 1, 'late', 0, $1, $2, '{}', $3 from log.head`, [
        late.id,
        late.type,
        JSON.stringify(metadata),
      ]);
      const meanwhile = store.append('meanwhile', [noted()], 'none');
      await someoneWaits(client);
      expect(await collect(store.readAll(0n))).toEqual([]);
      expect(await store.head()).toBe(0n);
      await client.query('commit');
      expect(await meanwhile).toEqual({ position: 2n, revision: 0, recorded: 1 });
    });
    await follower.until(({ events }) => events.length === 2);
    expect(follower.events.map(({ stream, position }) => [stream, position])).toEqual([
      ['late', 1n],
      ['meanwhile', 2n],
    ]);
    await follower.stop();
  });

  it('answers once for a batch that was written when the connection was cut before anybody could be told', async () => {
    const address = new URL(database.url);
    const proxy = await proxyTo(address.hostname, Number(address.port));
    const far = await PostgresEventStore.open(Object.assign(address, { port: String(proxy.port) }).href);
    const batch = many(2);
    const answer = await owner(database, async (client) => {
      await client.query('begin');
      await client.query(`select ${TURN}`);
      const asked = far.append('unknown', batch, 'none');
      await someoneWaits(client);
      proxy.loseAnswers();
      await client.query('rollback');
      return { asked };
    });
    while ((await collect(store.readStream('unknown'))).length === 0) await store.head();
    proxy.cut();
    const { position, revision } = await answer.asked;
    const read = await collect(store.readStream('unknown'));
    expect(idsOf(read)).toEqual(idsOf(batch));
    expect([position, revision]).toEqual([read[1]!.position, 1]);
    await far.close();
    await proxy.close();
  });

  it('goes on when the database comes back after a while, for those who follow and those who append', async () => {
    const address = new URL(database.url);
    const proxy = await proxyTo(address.hostname, Number(address.port));
    const far = await PostgresEventStore.open(Object.assign(address, { port: String(proxy.port) }).href);
    const before = await store.head();
    const follower = new Follower(far, before);
    await follower.until(({ caughtUpAt }) => caughtUpAt !== null);
    const back = proxy.turnAway(8);
    const during = await store.append('away', many(3), 'none');
    await back;
    await follower.until(({ events }) => events.length === 3);
    const after = await far.append('away', [noted()], 2);
    await follower.until(({ events }) => events.length === 4);
    expect(follower.events.map(({ position }) => position)).toEqual(
      [2n, 1n, 0n].map((n) => during.position - n).concat(after.position),
    );
    await follower.stop();
    await far.close();
    await proxy.close();
  });

  it('has no gap, whatever was refused in between and however many processes write', async () => {
    const other = await PostgresEventStore.open(database.url);
    const before = await store.head();
    await Promise.allSettled(
      many(60).map((event, i) => {
        const size = (i % 3) + 1;
        const expected = i % 4 === 0 ? 99 : 'any';
        return (i % 2 ? store : other).append(`gap-${i % 5}`, [event, ...many(size - 1)], expected);
      }),
    );
    const positions = (await collect(store.readAll(before))).map(({ position }) => position);
    expect(positions.length).toBeGreaterThan(60);
    expect(positions).toEqual(positions.map((_, i) => before + BigInt(i) + 1n));
    await other.close();
  });

  it('judges several appends to one stream that share a transaction, in their order', async () => {
    const [first, second] = [noted(), noted()];
    const outcomes = await owner(database, async (client) => {
      await client.query('begin');
      await client.query(`select ${TURN}`);
      const held = store.append('held', [noted()], 'none');
      await someoneWaits(client);
      const group = Promise.allSettled([
        store.append('shared', [first], 'none'),
        store.append('shared', [noted()], 'none'),
        store.append('shared', [second], 0),
        store.append('shared', [noted()], 0),
        store.append('shared', many(2), 'exists'),
      ]);
      await client.query('rollback');
      await held;
      return group;
    });
    expect(
      outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value.revision : outcome.reason)),
    ).toEqual([0, new ConflictError('shared', 'none', 0), 1, new ConflictError('shared', 0, 1), 3]);
    expect(idsOf(await collect(store.readStream('shared'))).slice(0, 2)).toEqual(idsOf([first, second]));
  });

  it('stores all of a group whose neighbours repeat, reuse an id, or cannot be stored', async () => {
    const known = noted();
    // More than an index takes, and nothing that it could compress.
    const tooLong = many(200)
      .map(({ id }) => id)
      .join('');
    await store.append('known', [known], 'none');
    const [repeated, reused, refused, kept] = await Promise.allSettled([
      store.append('known', [known], 'none'),
      store.append('elsewhere', [known], 'none'),
      store.append(tooLong, [noted()], 'none'),
      store.append('neighbour', [noted()], 'none'),
    ]);
    expect(repeated).toMatchObject({ status: 'fulfilled', value: { revision: 0 } });
    expect(reused).toMatchObject({ status: 'rejected', reason: { name: 'EventIdReusedError' } });
    expect(refused).toMatchObject({ status: 'rejected' });
    expect(kept).toMatchObject({ status: 'fulfilled', value: { revision: 0 } });
    const after = await store.append('after', [noted()], 'none');
    expect(kept).toMatchObject({ value: { position: after.position - 1n } });
  });

  it.each([
    ['leaves one out', '{1,1}', '{0,2}', 2],
    ['has one twice', '{1,1}', '{0,0}', 1],
    ['has more than it says', '{1,1}', '{0,1}', 0],
    ['has fewer than it says', '{1,1}', '{0,1}', 2],
  ])('is not told of a stream that %s', async (_how, numbers, revisions, after) => {
    const pool = await openLog(database.url);
    const before = await store.head();
    const told = pool.query('select log.append($1, $2, $3, $4, $5, $6, $7, $8, $9)', [
      ...[['torn'], '{-1}', [after], numbers, revisions, many(2).map(({ id }) => id), ['Told', 'Told']],
      ...['{}\n{}', '{}\n{}'],
    ]);
    await expect(told).rejects.toThrow(/follow on|duplicate key/);
    expect(await store.head()).toBe(before);
    await pool.end();
  });

  it('takes up a log that an earlier version made, whose processes then append no more', async () => {
    const old = await freshDatabase();
    await owner(old, (client) => client.query(readFileSync(new URL('log-of-version-1.sql', import.meta.url), 'utf8')));
    const before = `select outcome from log.append('{old}', '{1}', '{-1}', '{1}', '{${noted().id}}', '{1}', '{Told}', '{}', '{}')`;
    await owner(old, (client) => client.query(before));
    const opened = await PostgresEventStore.open(old.url);
    expect(await opened.append('old', [noted()], 0)).toEqual({ position: 2n, revision: 1, recorded: 1 });
    await owner(old, (client) => expect(client.query(before)).rejects.toThrow(/invalid input|outcome/));
    await opened.close();
    await (await PostgresEventStore.open(old.url)).close();
    await old.drop();
  });

  it.each([
    `update log.events set type = 'Forged'`,
    `delete from log.events`,
    `truncate log.events`,
    `truncate log.events cascade`,
  ])('refuses even its owner to %s, and says why', async (statement) => {
    await store.append('kept', [noted()], 'any');
    const before = await collect(store.readAll(0n));
    await owner(database, (client) =>
      expect(client.query(statement)).rejects.toThrow(
        /The log is append-only: (UPDATE|DELETE|TRUNCATE) on log\.events is refused/,
      ),
    );
    expect(await collect(store.readAll(0n))).toEqual(before);
  });

  it.each([
    `update log.events set type = 'Forged'`,
    `delete from log.events`,
    `truncate log.events`,
    `insert into log.events select 99, 'forged', 0, gen_random_uuid(), 'Forged', '{}', '{}'`,
    `create or replace function log.append_each() returns int language sql as 'select 1'`,
    `drop table log.events`,
    `alter table log.events disable trigger all`,
    `create or replace function log.refuse_change() returns trigger language plpgsql as 'begin return null; end'`,
  ])("refuses Daybook's own connections to %s", async (statement) => {
    const pool = await openLog(database.url);
    await expect(pool.query(statement)).rejects.toThrow(/permission denied|must be owner/);
    await pool.end();
  });

  it('opens for a user who may neither make roles nor own the log, with what that user was granted', async () => {
    const user = `reader_${process.pid}`;
    await owner(database, async (client) => {
      await client.query(`create role ${user} login password 'secret'; grant daybook_log to ${user}`);
    });
    const address = Object.assign(new URL(database.url), { username: user, password: 'secret' }).href;
    const granted = await PostgresEventStore.open(address);
    expect(await granted.append('granted', [noted()], 'none')).toMatchObject({ revision: 0 });
    await granted.close();
    await owner(database, (client) => client.query(`drop role ${user}`));
  });
});
