import { jest } from '@jest/globals';
import pg from 'pg';
import { auditTrailTable } from '../../projections/audit-trail/row.js';
import { projections } from '../../projections/projections.js';
import { EventStore } from '../../src/event-store/event-store.port.js';
import { many, noted } from '../contract/event-store.support.js';
import { startDemo, type Daybook } from '../support/app.js';
import { startProgram, type Program } from '../support/daybook-process.js';
import { eventually } from '../support/eventually.js';

const TRAIL = auditTrailTable.tableName;

jest.setTimeout(90_000);

const RUNNERS = `select split_part(a.application_name, ' ', 2)::int as pid, count(*)::int as held
  from pg_locks l join pg_stat_activity a using (pid)
  where l.locktype = 'advisory' and l.granted and a.datname = current_database() and a.application_name like 'daybook %'
  group by 1`;

/** The web process with its runner off, and two workers beside it, all on one database. */
describe('workers beside a web process', () => {
  let daybook: Daybook;
  let client: pg.Client;
  let workers: Program[];

  const running = async (): Promise<Map<number, number>> =>
    new Map((await client.query<{ pid: number; held: number }>(RUNNERS)).rows.map(({ pid, held }) => [pid, held]));
  const allRunBy = (...pids: number[]) =>
    eventually(async () => {
      const held = await running();
      const total = [...held.values()].reduce((sum, count) => sum + count, 0);
      return total === projections.length && [...held.keys()].every((pid) => pids.includes(pid));
    });
  const note = (text: string) =>
    daybook.as('lead').post(`/api/actions/${actionId}/notes`, { note: text, asAt: '2018-01' }).expect(200);
  const worker = () => startProgram('projections/main.ts', [], daybook.place.env);
  const caughtUp = async () => {
    const head = await daybook.app.get(EventStore).head();
    await eventually(async () => {
      const { rows } = await client.query(`select min(position) as slowest, count(*)::int as many from read.bookmarks`);
      return rows[0].many === projections.length && BigInt(rows[0].slowest) >= head;
    });
  };
  let actionId: string;

  beforeAll(async () => {
    daybook = await startDemo({ RUNNER: 'off' });
    client = new pg.Client({ connectionString: daybook.databaseUrl });
    await client.connect();
    workers = [worker(), worker()];
    await Promise.all(workers.map((one) => one.says(/The projections are running/)));
    const { body } = await daybook.as('lead').get('/api/actions').expect(200);
    actionId = body[0].actionId;
  });
  afterAll(async () => {
    for (const one of workers) one.kill('SIGKILL');
    await Promise.all(workers.map(({ ended }) => ended));
    await client.end();
    await daybook.stop();
  });

  it('run every projection in one process at a time', async () => {
    await allRunBy(...workers.map(({ pid }) => pid));
    await note('By a worker');
    const { body } = await daybook.as('lead').get(`/api/actions/${actionId}`).expect(200);
    expect(body.lastNote).toBe('By a worker');
  });

  it('lose and double nothing when the connections that hold the locks are cut, and share the work again', async () => {
    let going = true;
    const writing = (async () => {
      let written = 0;
      for (; going; written += 1) await note(`Unlocked ${written}`);
      return written;
    })();
    for (let cuts = 0; cuts < 3; cuts += 1) {
      await client.query(`select pg_terminate_backend(pid, 5000) from pg_stat_activity
        where datname = current_database() and application_name like 'daybook %'`);
      await allRunBy(...workers.map(({ pid }) => pid));
    }
    going = false;
    const written = await writing;
    await caughtUp();
    const { rows } = await client.query(
      `select count(*)::int as rows, count(distinct "eventId")::int as events from read.${TRAIL} where words like 'Noted progress: Unlocked %'`,
    );
    expect(rows).toEqual([{ rows: written, events: written }]);
    expect((await client.query(`select failure from read.bookmarks where failure is not null`)).rows).toEqual([]);
  });

  it('take over from one that is killed in the middle of its work, and lose and double nothing', async () => {
    const held = await running();
    workers.sort((one, other) => (held.get(other.pid) ?? 0) - (held.get(one.pid) ?? 0));
    const [killed, left] = workers as [Program, Program];
    expect(held.get(killed.pid)).toBeGreaterThan(0);
    let going = true;
    let written = 0;
    const writing = (async () => {
      for (; going; written += 1) await note(`Note ${written}`);
    })();
    await eventually(() => Promise.resolve(written > 5));
    killed.kill('SIGKILL');
    expect(await killed.ended).toMatchObject({ signal: 'SIGKILL' });
    await allRunBy(left.pid);
    going = false;
    await writing;
    await caughtUp();
    const { rows } = await client.query(
      `select count(*)::int as rows, count(distinct "eventId")::int as events from read.${TRAIL} where words like 'Noted progress: Note %'`,
    );
    expect(rows).toEqual([{ rows: written, events: written }]);
    const verified = startProgram('projections/verify.ts', [], daybook.place.env);
    expect([await verified.ended, verified.output()]).toEqual([{ code: 0, signal: null }, expect.any(String)]);
  });

  it('stop cleanly when they are asked to', async () => {
    const left = workers[1]!;
    left.kill('SIGTERM');
    expect(await left.ended).toEqual({ code: 0, signal: null });
    await eventually(async () => (await running()).size === 0);
    const { body } = await daybook.as('admin').get('/api/operations').expect(200);
    expect(new Set(body.projections.map(({ state }: { state: string }) => state))).toEqual(new Set(['not running']));
  });

  it('are missed by the events that nobody takes: so many, and for so long', async () => {
    const store = daybook.app.get(EventStore);
    const lags = async () => {
      const { body } = await daybook.as('admin').get('/api/operations').expect(200);
      return (body.projections as { lag: object }[]).map(({ lag }) => lag);
    };
    const all = (lag: object) => projections.map(() => expect.objectContaining(lag));
    await store.append('nobody-takes-it', [noted({}, 'ProgressNoted'), noted({}, 'ProgressNoted')], 'none');
    expect(await lags()).toEqual(all({ events: 2, more: false }));
    await store.append('nobody-takes-it', many(999), 1);
    const counted = daybook.place.log.double ? { events: 1_000, more: true } : { events: 1_001, more: false };
    expect(await lags()).toEqual(all({ ...counted, seconds: expect.any(Number) }));
  });
});
