import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '../../src/kernel/identifiers.js';
import { EVENTS_A_STREAM, makeEvents } from './events.js';
import type { Contender } from './peers/peer.js';

export type Load = Readonly<{ writers: number; batch: number }>;
/** After each append: the stream, the revision of its last event, and how long it took in milliseconds. */
type Appended = (stream: string, revision: number, milliseconds: number) => void;

/** Writers, each with streams of its own, one append after the other. `goOn` is asked before each. */
const writeWhile = async (
  { append }: Contender,
  { writers, batch }: Load,
  goOn: (writer: number) => boolean | Promise<boolean>,
  appended: Appended = () => undefined,
): Promise<void> => {
  const writer = async (number: number): Promise<void> => {
    for (let [stream, revision] = [newId(), 0]; await goOn(number);) {
      const events = makeEvents(stream, batch);
      const began = performance.now();
      await append(stream, revision, events);
      revision += batch;
      appended(stream, revision - 1, performance.now() - began);
      if (revision >= EVENTS_A_STREAM) [stream, revision] = [newId(), 0];
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, number) => writer(number)));
};

/** As fast as it goes, for so many seconds. @returns events a second */
export const writeFor = async (contender: Contender, load: Load, seconds: number): Promise<number> => {
  let events = 0;
  const began = performance.now();
  const until = began + seconds * 1_000;
  await writeWhile(
    contender,
    load,
    () => performance.now() < until,
    () => (events += load.batch),
  );
  return events / ((performance.now() - began) / 1_000);
};

/** As fast as it goes, until so many events are written. */
export const fill = (contender: Contender, load: Load, events: number, appended?: Appended): Promise<void> => {
  let left = events;
  return writeWhile(contender, load, () => (left -= load.batch) >= 0, appended);
};

/** So many appends a second, for so many seconds; a writer that is late does not wait. */
export const writePaced = async (
  contender: Contender,
  { writers, rate, seconds }: Readonly<{ writers: number; rate: number; seconds: number }>,
  appended: Appended,
): Promise<void> => {
  const began = performance.now();
  const apart = (1_000 * writers) / rate;
  const due = Array.from({ length: writers }, (_, number) => began + (number * apart) / writers);
  await writeWhile(
    contender,
    { writers, batch: 1 },
    async (number) => {
      const wait = due[number]! - performance.now();
      due[number]! += apart;
      if (wait > 0) await pause(wait);
      return performance.now() - began < seconds * 1_000;
    },
    appended,
  );
};
