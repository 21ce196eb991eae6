import type { Expected, NewEvent } from '../event-store.port.js';
import { EXPECTED } from './append-functions.js';

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

// Numbers and UUIDs need no quotes, which the driver would put around each and the database take off again.
const bare = (values: readonly (number | string)[]): string => `{${values.join(',')}}`;

const eventsOf = (group: readonly Waiting<never>[]) => group.flatMap(({ events }) => events);
const linesOf = (group: readonly Waiting<never>[]): [datas: string, metadatas: string] => [
  group.flatMap(({ datas }) => datas).join('\n'),
  group.flatMap(({ metadatas }) => metadatas).join('\n'),
];

type Reach = { number: number; before: number; after: number };

/**
 * The arguments of `log.append`, in its order; null when some append does not say where its stream ends, or not what
 * the one before it in the group makes of it.
 */
export const followingOn = (group: readonly Waiting<never>[]): unknown[] | null => {
  const reached = new Map<string, Reach>();
  const [numbers, revisions]: [number[], number[]] = [[], []];
  for (const { stream, expected, events } of group) {
    const before = expected === 'none' ? -1 : expected;
    if (typeof before !== 'number') return null;
    const reach = reached.get(stream) ?? { number: reached.size + 1, before, after: before };
    if (reach.after !== before) return null;
    reached.set(stream, reach);
    for (let n = 0; n < events.length; n += 1) {
      numbers.push(reach.number);
      revisions.push((reach.after += 1));
    }
  }
  const reaches = [...reached.values()];
  const events = eventsOf(group);
  return [
    [...reached.keys()],
    bare(reaches.map(({ before }) => before)),
    bare(reaches.map(({ after }) => after)),
    ...[bare(numbers), bare(revisions), bare(events.map(({ id }) => id)), events.map(({ type }) => type)],
    ...linesOf(group),
  ];
};

/** The arguments of `log.append_each`, in its order. */
export const oneByOne = (group: readonly Waiting<never>[]): unknown[] => {
  const numbers = new Map<string, number>();
  for (const { stream } of group) if (!numbers.has(stream)) numbers.set(stream, numbers.size + 1);
  const events = eventsOf(group);
  return [
    [...numbers.keys()],
    bare(group.map(({ stream }) => numbers.get(stream)!)),
    bare(group.map(({ expected }) => asNumber(expected))),
    bare(group.map((one) => one.events.length)),
    bare(events.map(({ id }) => id)),
    bare(group.flatMap((one, i) => one.events.map(() => i + 1))),
    events.map(({ type }) => type),
    ...linesOf(group),
  ];
};
