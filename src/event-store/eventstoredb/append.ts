import { WrongExpectedVersionError, type EventStoreDBClient } from '@eventstore/db-client';
import { BackOff } from '../back-off.js';
import {
  ConflictError,
  EventIdReusedError,
  type Appended,
  type Expected,
  type NewEvent,
  type StoredEvent,
} from '../event-store.port.js';
import { isLostConnection } from './failures.js';
import { expectedRevision, toRecord } from './records.js';

type Batch = Readonly<{ stream: string; events: readonly NewEvent[]; expected: Expected }>;
type ReadStream = (stream: string, from: number) => AsyncIterable<StoredEvent>;

const TRIES = 6;
/** Longer than the client's own deadline: only for an answer that got lost without any error. */
const NO_ANSWER_MS = 15_000;

/**
 * Appends, and tries again while the server or its leader is away: the same event ids make that safe.
 * @throws ConflictError, EventIdReusedError, or what the client threw last.
 */
export const append = async (client: EventStoreDBClient, readStream: ReadStream, batch: Batch): Promise<Appended> => {
  const backOff = new BackOff(new AbortController().signal);
  for (let tries = 1; ; tries += 1) {
    try {
      return await once(client, readStream, batch);
    } catch (error) {
      if (!isLostConnection(error) || tries === TRIES) throw error;
      await backOff.wait();
    }
  }
};

const once = async (client: EventStoreDBClient, readStream: ReadStream, batch: Batch): Promise<Appended> => {
  const { stream, events, expected } = batch;
  try {
    const sent = client.appendToStream(stream, events.map(toRecord), { expectedRevision: expectedRevision(expected) });
    const { nextExpectedRevision, position } = await answered(sent);
    const revision = Number(nextExpectedRevision);
    if (position) return { position: position.commit, revision, recorded: events.length };
    // The server found the batch in place and does not say where.
    return await inPlace(readStream, batch, revision - events.length + 1);
  } catch (error) {
    if (!(error instanceof WrongExpectedVersionError)) throw error;
    const { actualVersion } = error;
    const actual = typeof actualVersion === 'bigint' ? Number(actualVersion) : -1;
    const next = typeof expected === 'number' ? expected + 1 : 0;
    if (actual < next || expected === 'exists') throw new ConflictError(stream, expected, actual);
    return await inPlace(readStream, batch, next, actual);
  }
};

/**
 * The answer for a batch that may stand in its stream from a revision on. An id that stands earlier, or in another
 * stream, is not looked for: EventStoreDB keeps no index of ids.
 * @throws EventIdReusedError when only a part of it is there, ConflictError when nothing is.
 */
const inPlace = async (
  readStream: ReadStream,
  { stream, events, expected }: Batch,
  from: number,
  actual = from,
): Promise<Appended> => {
  const places = new Map(events.map(({ id }, i) => [id, i]));
  const found: StoredEvent[] = [];
  for await (const event of readStream(stream, from)) if (places.has(event.id)) found.push(event);
  if (found.length === 0) throw new ConflictError(stream, expected, actual);
  const first = found[0]!.revision;
  const whole = found.every((event, i) => places.get(event.id) === i && event.revision === first + i);
  if (!whole || found.length < events.length)
    throw new EventIdReusedError(`An event id of this batch for ${stream} is already in the log`);
  const last = found.at(-1)!;
  return { position: last.position, revision: last.revision, recorded: events.length };
};

class NoAnswer extends Error {
  readonly code = 4;
}

const answered = async <T>(sent: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new NoAnswer('The server gave no answer')), NO_ANSWER_MS);
  });
  try {
    return await Promise.race([sent, late]);
  } finally {
    clearTimeout(timer);
  }
};
