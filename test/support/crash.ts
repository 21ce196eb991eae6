import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runningPostgres } from '../../src/event-store/embedded/running.js';
import type { EventStore, StoredEvent } from '../../src/event-store/event-store.port.js';
import { newId } from '../../src/kernel/identifiers.js';
import { ProgressNoted } from '../../src/plan/action/events.js';
import { Batches } from './crash-batches.js';
import { startProgram, type Program } from './daybook-process.js';
import { freshLog, type TestLog } from './log.js';

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
const LEAST = 40;
const AS_AT = '2018-01-16';

/** A Daybook on its embedded database, loaded over REST and straight into its log, killed in the middle, and counted. */
export class CrashTest {
  private readonly dataDir = mkdtempSync(join(tmpdir(), 'daybook-crash-'));
  private readonly acknowledged: Sent[] = [];
  private readonly batches = new Batches();
  private log: TestLog | null = null;
  private actionIds: string[] = [];
  private running: Running | null = null;

  async start(): Promise<void> {
    this.log ??= await freshLog();
    const program = startProgram('src/main.ts', [], { ...this.env(), PORT: '0' });
    const [, url = ''] = await program.says(/Daybook is open at (http:\S+)/);
    this.running = { program, url };
    const answer = await this.ask('lead', '/api/actions');
    this.actionIds = ((await answer.json()) as { actionId: string }[]).map(({ actionId }) => actionId);
  }

  async stop(): Promise<void> {
    this.running?.program.kill('SIGTERM');
    await this.running?.program.ended;
    rmSync(this.dataDir, { recursive: true, force: true });
    this.log?.stop();
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
    // A log in the database goes with it, or with the app that had started it. Any other stays, and never flags.
    const goesOn = this.log!.double ? async () => (await this.ask('board', '/health')).ok : () => true;
    await Promise.all([...writers, this.batches.write(await this.openLog(), goesOn)]);
    return unanswered;
  }

  private async note(sent: Sent): Promise<void> {
    const { actionId, text } = sent;
    const answer = await this.ask('lead', `/api/actions/${actionId}/notes`, { note: text, asAt: AS_AT }, text);
    if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
    await answer.text();
    this.acknowledged.push(sent);
  }

  private kill(victim: Victim): void {
    if (victim === 'app') return this.running!.program.kill('SIGKILL');
    const lock = readFileSync(join(this.dataDir, 'postgres', 'data', 'postmaster.pid'), 'utf8');
    process.kill(Number(lock.split('\n')[0]), 'SIGKILL');
  }

  private async count(): Promise<Pick<RoundReport, 'acknowledged' | 'lost' | 'doubled' | 'halfBatches'>> {
    const notes = new Map<string, number>();
    const streams: string[] = [];
    const store = await this.openLog();
    for await (const event of store.readAll(0n)) {
      streams.push(event.stream);
      if (event.type === ProgressNoted.type) notes.set(noteOf(event), (notes.get(noteOf(event)) ?? 0) + 1);
    }
    await store.close();
    const { lost, half } = this.batches.judge(streams);
    const texts = this.acknowledged.map(({ text }) => text);
    return {
      acknowledged: texts.length + this.batches.acknowledged,
      lost: [...texts.filter((text) => !notes.has(text)), ...lost],
      doubled: texts.filter((text) => notes.get(text)! > 1),
      halfBatches: half,
    };
  }

  private env(): NodeJS.ProcessEnv {
    return { DATA_DIR: this.dataDir, DAYBOOK_MODE: 'demo', ...this.log!.env };
  }

  private openLog(): Promise<EventStore> {
    return this.log!.open(runningPostgres(this.dataDir)!);
  }

  private async verify(): Promise<string> {
    const program = startProgram('projections/verify.ts', [], this.env());
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
