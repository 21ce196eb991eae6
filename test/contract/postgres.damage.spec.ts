import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { Subject } from 'rxjs';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { bookmarks } from '../../projections/kit/bookmarks.js';
import { moments } from '../../projections/kit/moments.js';
import { runProjection, type Progress } from '../../projections/kit/runner.js';
import { createTables } from '../../projections/kit/tables.js';
import { Findings } from '../../projections/kit/verify/findings.js';
import { verifyLog } from '../../projections/kit/verify/log.js';
import { dataFolder } from '../../src/event-store/embedded/data-folder.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/event-store/embedded/index.js';
import { LogDamaged, type StoredEvent } from '../../src/event-store/event-store.port.js';
import { PostgresEventStore } from '../../src/event-store/postgres/postgres.event-store.js';
import { defineEvent } from '../../src/kernel/event-type.js';
import { many, noted } from './event-store.support.js';

const EVENTS = 2_500;
const SPOILT = 2_300;
/** A thousand are asked for at once: what came before those among which the spoilt one stands. */
const READABLE = 2_000;
const PAGE_BYTES = 8_192;
const SENTENCE = /a page of the database is damaged\. Restore it from a backup; npm run verify says how far/;

const SomethingNoted = defineEvent(noted().type, {
  meaning: 'Something was noted.',
  schema: z.object({ i: z.number() }),
  words: () => 'Noted something',
  subject: () => ({ kind: 'thing', id: 'a' }),
});

describe('a disk that does not give back what was stored', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'daybook-damaged-'));
  let server: EmbeddedPostgres;
  let store: PostgresEventStore;
  let db: DataSource;

  const start = async () => {
    server = await startEmbeddedPostgres({ dataDir, durable: false });
    store = await PostgresEventStore.open(server.url());
  };
  /** Into the middle of the page where an event stands. */
  const damage = (file: string, page: number) => {
    const opened = openSync(join(dataFolder(dataDir).cluster, file), 'r+');
    writeSync(opened, 'spoilt', page * PAGE_BYTES + PAGE_BYTES / 2);
    closeSync(opened);
  };

  beforeAll(async () => {
    await start();
    await store.append(
      'long',
      many(EVENTS, (i) => noted({ i })),
      'none',
    );
    const client = new Client({ connectionString: server.url() });
    await client.connect();
    // Of a table that it knows nothing about, PostgreSQL would read every page for any answer.
    await client.query('analyze log.events');
    const { rows } = await client.query<{ file: string; page: number }>(
      `select pg_relation_filepath('log.events') as file, split_part(trim(ctid::text, '()'), ',', 1)::int as page
       from log.events where position = ${SPOILT}`,
    );
    await client.end();
    await store.close();
    await server.stop();
    damage(rows[0]!.file, rows[0]!.page);
    await start();
    db = await new DataSource({ type: 'postgres', url: server.url(), entities: [moments.table.entity] }).initialize();
  });
  afterAll(async () => {
    await db.destroy();
    await store.close();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('is said by every read that meets it, and by no other', async () => {
    const read: StoredEvent[] = [];
    const reading = (async () => {
      for await (const event of store.readAll(0n)) read.push(event);
    })();
    await expect(reading).rejects.toThrow(SENTENCE);
    await expect(reading).rejects.toBeInstanceOf(LogDamaged);
    expect(read).toHaveLength(READABLE);
  });

  it('is found by verify, with the place up to which the log can be read', async () => {
    const findings = new Findings();
    await verifyLog(store, new Map([[noted().type, SomethingNoted]]), findings);
    expect(findings.sentences).toEqual([
      expect.stringMatching(new RegExp(`^the log: it cannot be read beyond event ${READABLE}: .*${SENTENCE.source}`)),
      `the log: it should go on to event ${EVENTS}, and ends at event ${READABLE}`,
    ]);
  });

  it('stops a projection, which says so and keeps what it has', async () => {
    await createTables(db, [moments]);
    const on = { store, db, progress: new Subject<Progress>() };
    await runProjection(moments, on, new AbortController().signal);
    const [bookmark] = await bookmarks.all(db, [moments]);
    expect(bookmark!.position).toBe(BigInt(READABLE));
    expect(bookmark!.failure).toEqual({
      position: String(READABLE + 1),
      type: 'of a kind not known',
      message: expect.stringMatching(SENTENCE),
    });
  });
});
