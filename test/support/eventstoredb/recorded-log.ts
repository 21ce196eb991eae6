import { EventEmitter } from 'node:events';
import { randomUUID } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';

export type Proposed = Readonly<{ id: string; type: string; contentType: string; data: Buffer; metadata: Buffer }>;
export type Recorded = Proposed &
  Readonly<{ stream: string; revision: bigint; position: bigint; end: bigint; created: Date }>;
export type ExpectedRevision = bigint | 'any' | 'none' | 'exists';
/** Where a batch stands; `position` is absent when it was found there instead of written, as the server has it. */
export type Written = Readonly<{ revision: bigint; position: bigint | null }>;

type Saved = Readonly<{ records: readonly Recorded[]; end: bigint; ours: number }>;

/** What the server says when a stream is not where an append expects it. `current` is -1 for no stream. */
export class WrongExpectedVersion extends Error {
  constructor(
    readonly expected: ExpectedRevision,
    readonly current: bigint,
  ) {
    super(`Wrong expected version: ${expected}, the stream is at ${current}`);
  }
}

/** Between two of ours the server writes events of its own. */
const OWN_EVERY = 7;
const HEADER = 113;

/**
 * The transaction file, in memory: one order for all streams, in which a position is an offset in bytes. Several
 * doubles may share one, as the nodes of a cluster do.
 */
export class RecordedLog {
  readonly records: Recorded[] = [];
  private readonly streams = new Map<string, Recorded[]>();
  private readonly written = new EventEmitter().setMaxListeners(0);
  private end = 0n;
  private ours = 0;

  /** With `saved`, it goes on where that log was. */
  constructor(saved?: Buffer) {
    if (!saved) this.writeOwn('$UserCreated');
    else {
      const { records, ...counts } = deserialize(saved) as Saved;
      Object.assign(this, counts);
      for (const record of records) this.add(record);
    }
  }

  save(): Buffer {
    const { records, end, ours } = this;
    return serialize({ records, end, ours } satisfies Saved);
  }

  stream(name: string): readonly Recorded[] {
    return this.streams.get(name) ?? [];
  }

  /** @throws WrongExpectedVersion, and then nothing is written. */
  append(name: string, expected: ExpectedRevision, proposed: readonly Proposed[]): Written {
    const before = this.stream(name);
    const current = BigInt(before.length) - 1n;
    const inPlace = this.inPlace(before, expected, proposed);
    if (inPlace !== null) return { revision: inPlace, position: null };
    const fits =
      expected === 'any' ||
      (expected === 'none' && current < 0n) ||
      (expected === 'exists' && current >= 0n) ||
      expected === current;
    if (!fits) throw new WrongExpectedVersion(expected, current);
    for (const one of proposed) {
      if ((this.ours += 1) % OWN_EVERY === 0) this.writeOwn('$statsCollected');
      this.write(name, one);
    }
    this.written.emit('written');
    const last = this.stream(name).at(-1)!;
    return { revision: last.revision, position: last.position };
  }

  /** Whether a record begins there, or the next one will: a server cannot be read from anywhere else. */
  isPlace(position: bigint): boolean {
    return position === this.end || this.records[this.indexOf(position)]?.position === position;
  }

  /** Puts something else in an event's place, or nothing: a server never does. @returns how to put it back */
  damage(position: bigint, change: Partial<Proposed> | null): () => void {
    const record = this.records[this.indexOf(position)]!;
    const lists = [this.records, this.streams.get(record.stream)!];
    const places = lists.map((list) => list.indexOf(record));
    const instead = change ? [{ ...record, ...change }] : [];
    for (const [i, list] of lists.entries()) list.splice(places[i]!, 1, ...instead);
    return () => {
      for (const [i, list] of lists.entries()) list.splice(places[i]!, instead.length, record);
    };
  }

  /** Where in `records` the first one at or after a position is. */
  indexOf(position: bigint): number {
    let [low, high] = [0, this.records.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.records[middle]!.position < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Resolves at the next write, or when `signal` aborts. */
  async grows(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        this.written.off('written', done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      this.written.once('written', done);
      signal.addEventListener('abort', done);
    });
  }

  /** A batch whose ids already stand where it would go counts as written. */
  private inPlace(
    before: readonly Recorded[],
    expected: ExpectedRevision,
    proposed: readonly Proposed[],
  ): bigint | null {
    const from =
      expected === 'any'
        ? before.findIndex(({ id }) => id === proposed[0]?.id)
        : typeof expected === 'bigint'
          ? Number(expected) + 1
          : 0;
    const there = from < 0 || expected === 'exists' ? [] : before.slice(from, from + proposed.length);
    const same = there.length === proposed.length && there.every(({ id }, i) => id === proposed[i]!.id);
    return same && proposed.length > 0 ? there.at(-1)!.revision : null;
  }

  private writeOwn(type: string): void {
    const data = Buffer.from('{}');
    this.write('$stats', { id: randomUUID(), type, contentType: 'application/json', data, metadata: Buffer.alloc(0) });
  }

  private write(stream: string, proposed: Proposed): void {
    const revision = BigInt(this.stream(stream).length);
    const position = this.end;
    this.end += BigInt(HEADER + proposed.data.length + proposed.metadata.length);
    this.add({ ...proposed, stream, revision, position, end: this.end, created: new Date() });
  }

  private add(record: Recorded): void {
    const records = this.streams.get(record.stream) ?? [];
    records.push(record);
    this.streams.set(record.stream, records);
    this.records.push(record);
  }
}
