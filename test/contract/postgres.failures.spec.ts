import { existsSync } from 'node:fs';
import { Client } from 'pg';
import { EventStoreModule } from '../../src/event-store/event-store.module.js';
import { LogUnavailable } from '../../src/event-store/log-unavailable.js';
import { leaveLogToEventStoreDb, openLog } from '../../src/event-store/postgres/open-log.js';
import { PostgresEventStore } from '../../src/event-store/postgres/postgres.event-store.js';
import { requireWritable } from '../../src/event-store/postgres/writable.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';
import { collect, many, noted } from './event-store.support.js';

const refusal = (opening: Promise<unknown>): Promise<unknown> => opening.catch((error: unknown) => error);

/** Linux's own full disk: whatever is written to it fails with ENOSPC. Other systems have none that needs no administrator. */
const FULL = '/dev/full';
const onFullDisk = existsSync(FULL) ? it : it.skip;

describe('what somebody reads when the database cannot keep a log', () => {
  let database: FreshDatabase;
  const changed = (change: Partial<URL>) => Object.assign(new URL(database.url), change).href;
  const asOwner = async (...statements: string[]) => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };

  beforeEach(async () => {
    database = await freshDatabase();
  });
  afterEach(() => database.drop());

  it.each<[string, Partial<URL>, RegExp]>([
    ['nobody answers', { port: '1' }, /No PostgreSQL answers at 127\.0\.0\.1:1\. Start it, or correct DATABASE_URL\./],
    ['no such host', { hostname: 'nowhere.invalid' }, /No PostgreSQL answers at nowhere\.invalid/],
    ['a wrong password', { password: 'wrong-secret' }, /refused the user or the password\. Correct DATABASE_URL\./],
    ['no such user', { username: 'nobody' }, /refused the user or the password\. Correct DATABASE_URL\./],
    [
      'no such database',
      { pathname: '/nowhere' },
      /has no database of that name\. Create it, or correct DATABASE_URL\./,
    ],
  ])('with %s', async (_case, change, sentence) => {
    for (const open of [openLog, leaveLogToEventStoreDb, requireWritable]) {
      const refused = await refusal(open(changed(change)));
      expect(refused).toBeInstanceOf(LogUnavailable);
      expect(String(refused)).toMatch(sentence);
      expect(String(refused)).not.toContain('secret');
    }
  });

  it('with a database that is read-only, empty or not', async () => {
    const name = new URL(database.url).pathname.slice(1);
    await asOwner(`alter database ${name} set default_transaction_read_only = on`);
    expect(String(await refusal(PostgresEventStore.open(database.url)))).toMatch(
      /is read-only, so nothing can be recorded/,
    );
  });

  it('with a database that becomes read-only: nothing is recorded, everything can be read', async () => {
    const store = await PostgresEventStore.open(database.url);
    const events = many(2);
    await store.append('kept', events, 'none');
    await store.close();
    const name = new URL(database.url).pathname.slice(1);
    await asOwner(`alter database ${name} set default_transaction_read_only = on`);
    const reader = await PostgresEventStore.open(database.url);
    const refused = await refusal(reader.append('kept', [noted()], 1));
    expect(refused).toBeInstanceOf(LogUnavailable);
    expect(String(refused)).toMatch(/make the database writable/);
    expect(await collect(reader.readStream('kept'))).toHaveLength(2);
    await reader.close();
  });

  it('with a user who was granted nothing', async () => {
    const user = `stranger_${process.pid}`;
    await (await PostgresEventStore.open(database.url)).close();
    await asOwner(`create role ${user} login password 'secret'`);
    const refused = await refusal(PostgresEventStore.open(changed({ username: user, password: 'secret' })));
    expect(String(refused)).toMatch(/grant that user the role daybook_log/);
    await asOwner(`drop role ${user}`);
  });

  it('with a log that a newer Daybook made', async () => {
    await (await PostgresEventStore.open(database.url)).close();
    await asOwner(`comment on schema log is '99'`);
    const refused = await refusal(PostgresEventStore.open(database.url));
    expect(String(refused)).toMatch(/has version 99; this Daybook knows version 2\. Start the Daybook that wrote it/);
  });

  it('with a log where another is wanted, and the other way round', async () => {
    await leaveLogToEventStoreDb(database.url);
    await leaveLogToEventStoreDb(database.url);
    expect(String(await refusal(PostgresEventStore.open(database.url)))).toMatch(/Set EVENT_STORE=eventstoredb/);
    const other = await freshDatabase();
    await (await PostgresEventStore.open(other.url)).close();
    expect(String(await refusal(leaveLogToEventStoreDb(other.url)))).toMatch(
      /has a log of its own.*Remove EVENT_STORE/,
    );
    await other.drop();
  });

  onFullDisk('with a disk that is full: nothing is recorded, and everything goes on once there is room', async () => {
    const store = await PostgresEventStore.open(database.url);
    // Run by the server, in its own folder; %1$s is the file that holds the events.
    const asServer = (command: string) =>
      asOwner(`do $$ begin execute format(
        $c$copy (select) to program $p$cat > /dev/null; ${command}$p$ $c$, pg_relation_filepath('log.events')); end $$`);
    await asServer(`ln -sf ${FULL} %1$s`);
    const outcomes = await Promise.allSettled([
      store.append('first', [noted()], 'none'),
      store.append('second', many(3), 'none'),
    ]);
    for (const outcome of outcomes) {
      if (outcome.status === 'fulfilled') throw new Error('It was recorded on a full disk');
      expect(outcome.reason).toBeInstanceOf(LogUnavailable);
      expect(String(outcome.reason)).toMatch(
        /The disk of the database is full\. Nothing was recorded\. Free some space and try again\./,
      );
    }
    await asServer('rm %1$s; touch %1$s');
    expect(await store.append('first', [noted()], 'none')).toEqual({ position: 1n, revision: 0, recorded: 1 });
    expect((await collect(store.readAll(0n))).map(({ stream }) => stream)).toEqual(['first']);
    await store.close();
  });

  it('with an event that no index can hold: its neighbours are recorded', async () => {
    const store = await PostgresEventStore.open(database.url);
    const tooLong = Array.from({ length: 3_000 }, (_, i) => String.fromCharCode(0x4e00 + ((i * 7_919) % 20_000))).join(
      '',
    );
    const outcomes = await Promise.allSettled([
      store.append('neighbour', [noted()], 'none'),
      store.append(tooLong, [noted()], 'none'),
      store.append('neighbour', [noted()], 0),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((await collect(store.readAll(0n))).map(({ position }) => position)).toEqual([1n, 2n]);
    await store.close();
  });

  it('which of the two logs the application opens', async () => {
    const provided = EventStoreModule.forRoot({
      databaseUrl: database.url,
      eventStoreUrl: 'esdb://127.0.0.1:1?tls=false',
    });
    const factory = provided.providers?.map((p) => p as { useFactory?: () => Promise<unknown> }).at(2)?.useFactory;
    expect(String(await refusal(factory!()))).toMatch(/No EventStoreDB answers at 127\.0\.0\.1:1/);
  });
});
