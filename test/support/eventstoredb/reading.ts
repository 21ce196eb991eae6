import { randomUUID } from 'node:crypto';
import type { ServerWritableStream } from '@grpc/grpc-js';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import {
  caughtUpAnswer,
  checkpointAnswer,
  confirmationAnswer,
  eventAnswer,
  nameOf,
  notFoundAnswer,
} from './messages.js';
import type { Recorded, RecordedLog } from './recorded-log.js';

export type Reading = Readonly<{
  log: RecordedLog;
  call: ServerWritableStream<ReadReq, ReadResp>;
  /** Says that it is live, and how far it had looked by then; servers before 23.10 do neither. */
  signals: boolean;
  handOut: () => void;
}>;
type Filter = Readonly<{ matches: (record: Recorded) => boolean; every: number }>;

const BACKWARDS = 1;
const UNKNOWN = 2;
/** What the server takes when the client names no window. */
const WINDOW = 32;

/** One call serves reads and subscriptions, of a stream and of everything. */
export const read = async (reading: Reading): Promise<void> => {
  const options = reading.call.request.getOptions()!;
  const send = sender(reading);
  const position = options.getAll()?.getPosition();
  if (position && !reading.log.isPlace(BigInt(position.getCommitPosition()))) {
    const details = 'Trying to read from an invalid position.';
    reading.call.emit('error', Object.assign(new Error(details), { code: UNKNOWN, details }));
    return;
  }
  if (options.hasSubscription()) return subscribe(reading, options, send);
  const all = options.getAll();
  const records = all ? fromAll(reading.log, options, all) : fromStream(reading.log, options);
  if (!records) await send(notFoundAnswer(nameOf(options.getStream()?.getStreamIdentifier())));
  let left = BigInt(options.getCount());
  for (const record of records ?? []) {
    if (left <= 0n || reading.call.cancelled) break;
    left -= 1n;
    await send(eventAnswer(record));
  }
  reading.call.end();
};

/** Inclusive of the position forwards, exclusive backwards. */
const fromAll = (log: RecordedLog, options: ReadReq.Options, all: ReadReq.Options.AllOptions): readonly Recorded[] => {
  const position = all.getPosition();
  const edge = all.hasEnd() ? log.records.length : 0;
  const index = position ? log.indexOf(BigInt(position.getCommitPosition())) : edge;
  return (options.getReadDirection() as number) === BACKWARDS
    ? log.records.slice(0, index).reverse()
    : log.records.slice(index);
};

const fromStream = (log: RecordedLog, options: ReadReq.Options): readonly Recorded[] | null => {
  const stream = options.getStream()!;
  const records = log.stream(nameOf(stream.getStreamIdentifier()));
  return records.length === 0 ? null : records.slice(stream.hasRevision() ? Number(stream.getRevision()) : 0);
};

const filterOf = (options: ReadReq.Options): Filter => {
  const filter = options.getFilter();
  const expression = filter?.getEventType();
  if (!filter || !expression) return { matches: () => true, every: 0 };
  const regex = new RegExp(expression.getRegex() || '^$');
  const prefixes = expression.getPrefixList();
  return {
    matches: ({ type }) => regex.test(type) || prefixes.some((prefix) => type.startsWith(prefix)),
    every: (filter.hasMax() ? filter.getMax() : WINDOW) * filter.getCheckpointintervalmultiplier(),
  };
};

/** Exclusive of the position that it starts from. Catches up, then goes on with whatever is written. */
const subscribe = async (
  { log, call, signals }: Reading,
  options: ReadReq.Options,
  send: (answer: ReadResp) => Promise<void>,
): Promise<void> => {
  const { matches, every } = filterOf(options);
  const closing = new AbortController();
  for (const event of ['cancelled', 'close'] as const) call.on(event, () => closing.abort());
  await send(confirmationAnswer(randomUUID()));
  let next = firstOf(log, options);
  let live = false;
  const report = (record: Recorded | undefined) =>
    record && every > 0 ? send(checkpointAnswer(placeOf(record, live))) : Promise.resolve();
  for (let looked = 1; !closing.signal.aborted; looked += 1) {
    const record = log.records[next];
    if (record) {
      next += 1;
      if (matches(record)) await send(eventAnswer(record));
      if (looked % every === 0) await report(record);
      continue;
    }
    if (!live && signals) {
      await report(log.records.at(-1));
      await send(caughtUpAnswer());
    }
    live = true;
    await log.grows(closing.signal);
  }
};

const firstOf = (log: RecordedLog, options: ReadReq.Options): number => {
  const all = options.getAll();
  const position = all?.getPosition();
  if (position) return log.indexOf(BigInt(position.getCommitPosition()) + 1n);
  return all?.hasEnd() ? log.records.length : 0;
};

/** While it catches up, a checkpoint lies between the event looked at and the next; live, it is that event's place. */
const placeOf = ({ position, end }: Recorded, live: boolean): { commit: bigint; prepare: bigint } =>
  live ? { commit: position, prepare: position } : { commit: end, prepare: 0n };

/** Writes an answer and waits until the connection takes more. */
const sender =
  ({ call, handOut }: Reading) =>
  async (answer: ReadResp): Promise<void> => {
    if (call.cancelled || call.destroyed) return;
    if (answer.hasEvent()) handOut();
    if (call.write(answer)) return;
    await new Promise<void>((resolve) => {
      const events = ['drain', 'cancelled', 'close'] as const;
      const go = () => {
        for (const event of events) call.off(event, go);
        resolve();
      };
      for (const event of events) call.on(event, go);
    });
  };
