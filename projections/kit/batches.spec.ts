import type { CaughtUp, StoredEvent } from '../../src/event-store/event-store.port.js';
import { Batches } from './batches.js';

const event = (position: number, note = ''): StoredEvent => ({
  id: String(position),
  stream: 'a',
  revision: position - 1,
  position: BigInt(position),
  type: 'ThingNoted',
  data: { note },
  metadata: {
    recordedAt: '2018-01-16T09:30:00.000Z',
    actor: { userId: 'someone', role: 'lead' },
    correlationId: 'one',
    causationId: null,
    source: 'web',
    schemaVersion: 1,
  },
});

async function* source(items: Iterable<StoredEvent | CaughtUp>, given: { count: number } = { count: 0 }) {
  for (const item of items) {
    given.count += 1;
    yield await Promise.resolve(item);
  }
}

function* numbered(many: number, note = ''): Generator<StoredEvent> {
  for (let position = 1; position <= many; position += 1) yield event(position, note);
}

const all = async (batches: Batches) => {
  const taken: [events: number, upTo: string][] = [];
  for (let batch = await batches.next(); batch; batch = await batches.next())
    taken.push([batch.events.length, String(batch.upTo)]);
  return taken;
};

describe('batches of the log', () => {
  it.each<[string, (StoredEvent | CaughtUp)[], [number, string][]]>([
    ['end where the source has caught up', [event(1), event(2), { caughtUp: 5n }], [[2, '5']]],
    ['may hold no event at all', [{ caughtUp: 7n }], [[0, '7']]],
    ['end with the source', [event(1), event(2)], [[2, '2']]],
    ['are not there for an empty source', [], []],
  ])('%s', async (_what, items, expected) => expect(await all(new Batches(source(items)))).toEqual(expected));

  it('are full by count', async () =>
    expect(await all(new Batches(source(numbered(4_500))))).toEqual([
      [2_000, '2000'],
      [2_000, '4000'],
      [500, '4500'],
    ]));

  it('are full by size, so that a few long events are a batch', async () =>
    expect((await all(new Batches(source(numbered(9, 'x'.repeat(1_000_000)))))).map(([events]) => events)).toEqual([
      4, 4, 1,
    ]));

  it('are gathered no more than one ahead', async () => {
    const given = { count: 0 };
    const batches = new Batches(source(numbered(100_000), given));
    expect((await batches.next())!.events).toHaveLength(2_000);
    expect((await batches.next())!.events).toHaveLength(2_000);
    expect(given.count).toBeLessThanOrEqual(3 * 2_000);
    batches.close();
  });

  it('bring what the source throws, after everything before it', async () => {
    async function* broken() {
      yield* source([event(1)]);
      throw new Error('the connection is gone');
    }
    const batches = new Batches(broken());
    expect((await batches.next())!.events).toHaveLength(1);
    await expect(batches.next()).rejects.toThrow('the connection is gone');
  });

  it('release the source when nobody takes any more', async () => {
    let released = (): void => undefined;
    const end = new Promise<void>((resolve) => (released = resolve));
    async function* endless() {
      try {
        for (let position = 1; ; position += 1) yield await Promise.resolve(event(position));
      } finally {
        released();
      }
    }
    const batches = new Batches(endless());
    await batches.next();
    batches.close();
    await end;
  });
});
