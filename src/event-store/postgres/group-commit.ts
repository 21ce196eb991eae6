import type { Pool } from 'pg';
import { ConflictError, EventIdReusedError, type Appended, type Expected, type NewEvent } from '../event-store.port.js';
import { EXPECTED, type Outcome } from './schema.js';

type Waiting = Readonly<{
  stream: string;
  events: readonly NewEvent[];
  expected: Expected;
  settle: (answer: Appended) => void;
  fail: (error: unknown) => void;
}>;
type Verdict = { outcome: Outcome; revision: string; position: string | null };

const MOST_IN_A_GROUP = 500;
const asNumber = (expected: Expected): number => (typeof expected === 'number' ? expected : EXPECTED[expected]);

/** Appends that arrive while one transaction is under way share the next one: one commit, one fsync, one lock. */
export class GroupCommit {
  private waiting: Waiting[] = [];
  private running = false;

  constructor(private readonly pool: Pool) {}

  append(stream: string, events: readonly NewEvent[], expected: Expected): Promise<Appended> {
    return new Promise((settle, fail) => {
      this.waiting.push({ stream, events, expected, settle, fail });
      if (!this.running) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.running = true;
    while (this.waiting.length > 0) {
      const group = this.waiting.splice(0, MOST_IN_A_GROUP);
      try {
        const verdicts = await this.commit(group);
        group.forEach((one, i) => answer(one, verdicts[i]!));
      } catch (error) {
        group.forEach((one) => one.fail(error));
      }
    }
    this.running = false;
  }

  private async commit(group: readonly Waiting[]): Promise<Verdict[]> {
    const events = group.flatMap((one) => one.events);
    const { rows } = await this.pool.query<Verdict>({
      name: 'append',
      text: 'select outcome, revision, position from log.append($1, $2, $3, $4, $5, $6, $7)',
      values: [
        group.map((one) => one.stream),
        group.map((one) => asNumber(one.expected)),
        group.map((one) => one.events.length),
        events.map((e) => e.id),
        events.map((e) => e.type),
        events.map((e) => JSON.stringify(e.data)),
        events.map((e) => JSON.stringify(e.metadata)),
      ],
    });
    return rows;
  }
}

const answer = (one: Waiting, verdict: Verdict): void => {
  switch (verdict.outcome) {
    case 'appended':
    case 'repeated':
      return one.settle({
        position: BigInt(verdict.position!),
        revision: Number(verdict.revision),
        recorded: one.events.length,
      });
    case 'conflict':
      return one.fail(new ConflictError(one.stream, one.expected, Number(verdict.revision)));
    case 'reused':
      return one.fail(new EventIdReusedError(`An event id of this batch for ${one.stream} is already in the log`));
  }
};
