import type { Expected, NewEvent } from '../event-store.port.js';
import { EXPECTED } from './schema.js';

/** One append that waits for its turn; its JSON is written while the group before it is under way. */
export type Waiting<Answer> = Readonly<{
  stream: string;
  expected: Expected;
  events: readonly NewEvent[];
  datas: readonly string[];
  metadatas: readonly string[];
  length: number;
  settle: (answer: Answer) => void;
  fail: (error: unknown) => void;
}>;

const MOST_APPENDS = 500;
const MOST_CHARACTERS = 8_000_000;

/** Takes as many as may share a transaction. The same event id twice must not: the second has to see the first. */
export const takeGroup = <Answer>(queue: Waiting<Answer>[]): Waiting<Answer>[] => {
  const ids = new Set<string>();
  let characters = 0;
  let count = 0;
  for (const { events, length } of queue) {
    characters += length;
    const full = count === MOST_APPENDS || (count > 0 && characters > MOST_CHARACTERS);
    if (full || events.some(({ id }) => ids.has(id))) break;
    for (const { id } of events) ids.add(id);
    count += 1;
  }
  return queue.splice(0, count);
};

const asNumber = (expected: Expected): number => (typeof expected === 'number' ? expected : EXPECTED[expected]);

/** The arguments of `log.append`, in its order. */
export const argumentsOf = (group: readonly Waiting<never>[]): unknown[] => {
  const numbers = new Map<string, number>();
  for (const { stream } of group) if (!numbers.has(stream)) numbers.set(stream, numbers.size + 1);
  const events = group.flatMap((one) => one.events);
  return [
    [...numbers.keys()],
    group.map(({ stream }) => numbers.get(stream)),
    group.map(({ expected }) => asNumber(expected)),
    group.map((one) => one.events.length),
    events.map(({ id }) => id),
    group.flatMap((one, i) => one.events.map(() => i + 1)),
    events.map(({ type }) => type),
    group.flatMap(({ datas }) => datas).join('\n'),
    group.flatMap(({ metadatas }) => metadatas).join('\n'),
  ];
};
