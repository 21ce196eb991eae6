import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runningPostgres } from '../../src/event-store/embedded/running.js';
import { PostgresEventStore } from '../../src/event-store/postgres/postgres.event-store.js';
import type { StoredEvent } from '../../src/event-store/event-store.port.js';
import { newId } from '../../src/kernel/identifiers.js';
import { ProgressNoted } from '../../src/plan/action/events.js';
import { startProgram, type Program } from './daybook-process.js';

export type Victim = 'app' | 'database';
/** What one crash left: counted over the whole log, so that an earlier round's loss shows in a later one too. */
export type RoundReport = Readonly<{
  victim: Victim;
  acknowledged: number;
  /** Sent, and cut off before an answer came. */
  unanswered: number;
  lost: readonly string[];
  doubled: readonly string[];
  halfBatches: readonly string[];
  /** What verify said; empty when it found nothing. */
  verify: string;
}>;

type Sent = Readonly<{ actionId: string; text: string }>;
type Running = Readonly<{ program: Program; url: string }>;

const WRITERS = 8;
const BATCH = 5;
const LEAST = 40;
const AS_AT = '2018-01-16';

/** A Daybook on its embedded database, loaded over REST and straight into its log, killed in the middle, and counted. */
export class CrashTest {
  private readonly dataDir = mkdtempSync(join(tmpdir(), 'daybook-crash-'));
  private readonly acknowledged: Sent[] = [];
  private readonly batches = new Map<string, 'acknowledged' | 'unanswered'>();
  private actionIds: string[] = [];
  private running: Running | null = null;

  async start(): Promise<void> {
    const env = { DATA_DIR: this.dataDir, PORT: '0', DAYBOOK_MODE: 'demo' };
    const program = startProgram('src/main.ts', [], env);
    const [, url = ''] = await program.says(/Daybook is open at (http:\S+)/);
    this.running = { program, url };
    const answer = await this.ask('lead', '/api/actions');
    this.actionIds = ((await answer.json()) as { actionId: string }[]).map(({ actionId }) => actionId);
  }

  async stop(): Promise<void> {
    this.running?.program.kill('SIGTERM');
    await this.running?.program.ended;
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  /** `after`: how many more writes are acknowledged before the kill. */
  async round(victim: Victim, after: number): Promise<RoundReport> {
    const { program } = this.running!;
    const load = this.load(LEAST + after, () => this.kill(victim));
    const unanswered = await load;
    if (victim === 'database') program.kill('SIGKILL');
    await program.ended;
    await this.start();
    // The outcome is unknown to the sender: sent again with the same key it must stand there once, whatever had become of it.
    for (const sent of unanswered) await this.note(sent);
    return { victim, unanswered: unanswered.length, ...(await this.count()), verify: await this.verify() };
  }

  private async load(enough: number, kill: () => void): Promise<Sent[]> {
    const before = this.acknowledged.length;
    const unanswered: Sent[] = [];
    let killed = false;
    const writer = async (number: number) => {
      for (let written = 0; ; written += 1) {
        const sent = { actionId: this.actionIds[number]!, text: `${newId()} ${written}` };
        try {
          await this.note(sent);
        } catch {
          unanswered.push(sent);
          return;
        }
        if (!killed && this.acknowledged.length - before >= enough) {
          killed = true;
          kill();
        }
      }
    };
    const writers = Array.from({ length: WRITERS }, (_, number) => writer(number));
    await Promise.all([...writers, this.writeBatches()]);
    return unanswered;
  }

  private async note(sent: Sent): Promise<void> {
    const { actionId, text } = sent;
    const answer = await this.ask('lead', `/api/actions/${actionId}/notes`, { note: text, asAt: AS_AT }, text);
    if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
    await answer.text();
    this.acknowledged.push(sent);
  }

  /** Several events in one append, beside the app, until the database goes. */
  private async writeBatches(): Promise<void> {
    const store = await PostgresEventStore.open(runningPostgres(this.dataDir)!);
    try {
      for (;;) {
        const stream = `batch-${newId()}`;
        const events = Array.from({ length: BATCH }, () => batchEvent());
        this.batches.set(stream, 'unanswered');
        await store.append(stream, events, 'none');
        this.batches.set(stream, 'acknowledged');
      }
    } catch {
      // The database has gone, as it should.
    } finally {
      await store.close();
    }
  }

  private kill(victim: Victim): void {
    if (victim === 'app') return this.running!.program.kill('SIGKILL');
    const lock = readFileSync(join(this.dataDir, 'postgres', 'data', 'postmaster.pid'), 'utf8');
    process.kill(Number(lock.split('\n')[0]), 'SIGKILL');
  }

  private async count(): Promise<Pick<RoundReport, 'acknowledged' | 'lost' | 'doubled' | 'halfBatches'>> {
    const notes = new Map<string, number>();
    const inBatch = new Map<string, number>();
    const store = await PostgresEventStore.open(runningPostgres(this.dataDir)!);
    const add = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
    for await (const event of store.readAll(0n)) {
      if (event.stream.startsWith('batch-')) add(inBatch, event.stream);
      else if (event.type === ProgressNoted.type) add(notes, noteOf(event));
    }
    await store.close();
    const batches = [...this.batches];
    return {
      acknowledged: this.acknowledged.length + batches.filter(([, how]) => how === 'acknowledged').length,
      lost: [
        ...this.acknowledged.map(({ text }) => text).filter((text) => !notes.has(text)),
        ...batches.filter(([stream, how]) => how === 'acknowledged' && !inBatch.has(stream)).map(([stream]) => stream),
      ],
      doubled: this.acknowledged.map(({ text }) => text).filter((text) => notes.get(text)! > 1),
      halfBatches: [...inBatch].filter(([, events]) => events !== BATCH).map(([stream]) => stream),
    };
  }

  private async verify(): Promise<string> {
    const program = startProgram('projections/verify.ts', [], { DATA_DIR: this.dataDir, DAYBOOK_MODE: 'demo' });
    const { code } = await program.ended;
    return code === 0 ? '' : program.output();
  }

  private ask(role: string, path: string, body?: object, key?: string): Promise<Response> {
    return fetch(`${this.running!.url}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        Authorization: `Bearer demo-${role}`,
        'Content-Type': 'application/json',
        ...(key ? { 'Idempotency-Key': key } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  }
}

const noteOf = ({ data }: StoredEvent): string => String(data.note);

const batchEvent = () => ({
  id: newId(),
  ...ProgressNoted.of({ actionId: newId(), note: 'One of several', asAt: AS_AT }),
  metadata: {
    recordedAt: '2018-01-16T09:30:00.000Z',
    actor: { userId: 'lead', role: 'lead' as const },
    correlationId: newId(),
    causationId: null,
    source: 'api',
    schemaVersion: ProgressNoted.version,
  },
});
