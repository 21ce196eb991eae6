import { setImmediate as othersFirst } from 'node:timers/promises';
import type { Pool } from 'pg';
import { ConflictError, EventIdReusedError, type Appended, type Expected, type NewEvent } from '../event-store.port.js';
import { ask } from './ask.js';
import { inWords, isAboutTheData } from './failures.js';
import type { Outcome } from './append-functions.js';
import { followingOn, oneByOne, takeGroup, type Waiting } from './group.js';

type Append = Waiting<Appended>;
type Verdict = { outcome: Outcome; revision: string; position: string | null };

/** Appends that arrive while one transaction is under way share the next one: one commit, one fsync, one lock. */
export class GroupCommit {
  private readonly queue: Append[] = [];
  private running = false;

  constructor(private readonly pool: Pool) {}

  append(stream: string, events: readonly NewEvent[], expected: Expected): Promise<Appended> {
    const datas = events.map(({ data }) => JSON.stringify(data));
    const metadatas = events.map(({ metadata }) => JSON.stringify(metadata));
    const length = [...datas, ...metadatas].reduce((sum, text) => sum + text.length, 0);
    return new Promise((settle, fail) => {
      this.queue.push({ stream, events, expected, datas, metadatas, length, settle, fail });
      if (!this.running) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.running = true;
    while (this.queue.length > 0) {
      // Whoever was just answered may have the next append ready: it belongs into this group, not the one after.
      await othersFirst();
      await this.commit(takeGroup(this.queue));
    }
    this.running = false;
  }

  private async commit(group: readonly Append[]): Promise<void> {
    try {
      if (!(await this.together(group))) await this.each(group);
    } catch (error) {
      for (const one of group) one.fail(inWords(error));
    }
  }

  /** As nearly every group is: each append follows on from where its stream ends. @returns false when one does not */
  private async together(group: readonly Append[]): Promise<boolean> {
    const values = followingOn(group);
    if (!values) return false;
    try {
      const text = 'select log.append($1, $2, $3, $4, $5, $6, $7, $8, $9) as head';
      const [row] = await ask<{ head: string | null }>(this.pool, { name: 'append', text, values });
      if (row!.head === null) return false;
      settleFrom(BigInt(row!.head), group);
      return true;
    } catch (error) {
      // An id that is in the log already, or a value that cannot be stored: nothing was written.
      if (isAboutTheData(error)) return false;
      throw error;
    }
  }

  private async each(group: readonly Append[]): Promise<void> {
    try {
      const verdicts = await ask<Verdict>(this.pool, {
        name: 'append-each',
        text: 'select outcome, revision, position from log.append_each($1, $2, $3, $4, $5, $6, $7, $8, $9)',
        values: oneByOne(group),
      });
      group.forEach((one, i) => answer(one, verdicts[i]!));
    } catch (error) {
      // Nothing was written; the one whose data cannot be stored must not fail its neighbours.
      if (group.length === 1 || !isAboutTheData(error)) throw error;
      for (const one of group) await this.commit([one]);
    }
  }
}

const settleFrom = (head: bigint, group: readonly Append[]): void => {
  let position = head;
  for (const { events, expected, settle } of group) {
    position += BigInt(events.length);
    const before = typeof expected === 'number' ? expected : -1;
    settle({ position, revision: before + events.length, recorded: events.length });
  }
};

const answer = (one: Append, verdict: Verdict): void => {
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
