import type { EventStore, NewEvent } from '../../src/event-store/event-store.port.js';
import { newId } from '../../src/kernel/identifiers.js';
import { ProgressNoted } from '../../src/plan/action/events.js';

const BATCH = 5;
const PREFIX = 'batch-';

/** Several events in one append each, beside the app; and what became of them. */
export class Batches {
  private readonly sent = new Map<string, 'acknowledged' | 'unanswered'>();

  get acknowledged(): number {
    return [...this.sent.values()].filter((how) => how === 'acknowledged').length;
  }

  /** One after the other, until the log goes, or whatever `goesOn` asks. */
  async write(store: EventStore, goesOn: () => boolean | Promise<boolean>): Promise<void> {
    try {
      while (await goesOn()) {
        const stream = `${PREFIX}${newId()}`;
        this.sent.set(stream, 'unanswered');
        await store.append(stream, Array.from({ length: BATCH }, event), 'none');
        this.sent.set(stream, 'acknowledged');
      }
    } catch {
      // The log has gone, as it should.
    } finally {
      await store.close();
    }
  }

  /** Given the stream of every event in the log: which were acknowledged and are not there, and which are there in part. */
  judge(streams: readonly string[]): Readonly<{ lost: string[]; half: string[] }> {
    const there = new Map<string, number>();
    for (const stream of streams) if (stream.startsWith(PREFIX)) there.set(stream, (there.get(stream) ?? 0) + 1);
    return {
      lost: [...this.sent].filter(([stream, how]) => how === 'acknowledged' && !there.has(stream)).map(([s]) => s),
      half: [...there].filter(([, events]) => events !== BATCH).map(([stream]) => stream),
    };
  }
}

const event = (): NewEvent => ({
  id: newId(),
  ...ProgressNoted.of({ actionId: newId(), note: 'One of several', asAt: '2018-01-16' }),
  metadata: {
    recordedAt: '2018-01-16T09:30:00.000Z',
    actor: { userId: 'lead', role: 'lead' as const },
    correlationId: newId(),
    causationId: null,
    source: 'api',
    schemaVersion: ProgressNoted.version,
  },
});
