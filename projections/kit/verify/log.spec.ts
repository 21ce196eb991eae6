import { z } from 'zod';
import type { EventStore, StoredEvent } from '../../../src/event-store/event-store.port.js';
import { defineEvent } from '../../../src/kernel/event-type.js';
import { Findings } from './findings.js';
import { verifyLog } from './log.js';

const ThingMade = defineEvent('ThingMade', {
  meaning: 'A thing was made.',
  version: 2,
  schema: z.object({ name: z.string() }),
  upcasts: { 1: ({ title }) => ({ name: title }) },
  words: ({ name }) => `Made ${name}`,
  subject: ({ name }) => ({ kind: 'thing', id: name }),
});

type Given = Readonly<{
  stream?: string;
  revision: number;
  position: number;
  type?: string;
  version?: number;
  data?: object;
  /** Of the hour in which all of them were recorded. */
  minute?: number;
}>;

const stored = ({
  stream = 'thing-a',
  revision,
  position,
  type = 'ThingMade',
  version = 2,
  data,
  minute = 30,
}: Given): StoredEvent => ({
  id: String(position),
  stream,
  revision,
  position: BigInt(position),
  type,
  data: { name: 'a', ...data },
  metadata: {
    recordedAt: `2018-01-16T09:${minute}:00.000Z`,
    actor: { userId: 'someone', role: 'lead' },
    correlationId: 'one',
    causationId: null,
    source: 'web',
    schemaVersion: version,
  },
});

const logOf = (given: readonly Given[], head?: number, breaksAfter = Infinity) =>
  ({
    async *readAll() {
      for (const [index, one] of given.entries()) {
        if (index >= breaksAfter) throw new Error('page 7 is not as it was written');
        yield await Promise.resolve(stored(one));
      }
    },
    head: () => Promise.resolve(BigInt(head ?? given.at(-1)?.position ?? 0)),
  }) as unknown as EventStore;

const first: Given = { revision: 0, position: 1 };
const second: Given = { revision: 1, position: 2 };

const verified = async (store: EventStore, how?: Parameters<typeof verifyLog>[3]) => {
  const findings = new Findings();
  await verifyLog(store, new Map([[ThingMade.type, ThingMade]]), findings, how);
  return findings.sentences;
};

describe('verifying a log', () => {
  it.each<[string, Given[]]>([
    ['an empty one', []],
    ['streams that take turns', [first, { stream: 'thing-b', revision: 0, position: 2 }, { revision: 1, position: 3 }]],
    ['positions with gaps, which other stores have', [first, { revision: 1, position: 400 }]],
    ['an event of an earlier version', [{ ...first, version: 1, data: { name: undefined, title: 'a' } }]],
  ])('finds nothing in %s', async (_what, given) => expect(await verified(logOf(given))).toEqual([]));

  it.each<[string, Given[], string]>([
    ['a position twice', [first, { ...second, position: 1 }], 'event 1 comes after event 1'],
    [
      'a position before the one before it',
      [
        { ...first, position: 2 },
        { ...second, position: 1 },
      ],
      'event 1 comes after event 2',
    ],
    ['a revision twice', [first, { ...first, position: 2 }], 'event 2 is revision 0 of thing-a, where 1 was expected'],
    ['no moment', [{ ...first, minute: NaN }], 'ThingMade at event 1 cannot be read: it does not say when'],
    [
      'a revision left out',
      [first, { revision: 2, position: 2 }],
      'event 2 is revision 2 of thing-a, where 1 was expected',
    ],
    ['a stream that does not begin at 0', [second], 'event 2 is revision 1 of thing-a, where 0 was expected'],
    [
      'a type nobody declared',
      [{ ...first, type: 'ThingLost' }],
      'ThingLost at event 1 cannot be read: this software does not know',
    ],
    [
      'a newer version',
      [{ ...first, version: 3 }],
      'ThingMade at event 1 cannot be read: ThingMade was stored at version 3',
    ],
    ['data of another shape', [{ ...first, data: { name: 7 } }], 'ThingMade at event 1 cannot be read: '],
  ])('names %s', async (_what, given, found) => {
    const sentences = await verified(logOf(given));
    expect(sentences).toHaveLength(1);
    expect(sentences[0]).toContain(`the log: ${found}`);
  });

  it.each<[string, Given[], string[]]>([
    ['one', [first, { ...second, position: 3 }], ['the log: event 2 is missing']],
    ['the first ones', [{ ...first, position: 4 }], ['the log: events 1 to 3 are missing']],
    ['none', [first, second], []],
  ])('names the events that a log without gaps has lost: %s', async (_what, given, found) =>
    expect(await verified(logOf(given), { gapless: true })).toEqual(found),
  );

  it('counts what was recorded earlier than something before it, but for what two machines may differ', async () => {
    const at = (minute: number, position: number): Given => ({ revision: position - 1, position, minute });
    const events = [at(10, 1), at(30, 2), at(29, 3), at(12, 4), at(11, 5), at(31, 6)];
    const { late } = await verifyLog(logOf(events), new Map(), new Findings());
    expect(late).toEqual({ count: 2, first: 4n });
  });

  it('names a log that is shorter than its head says', async () =>
    expect(await verified(logOf([first], 5))).toEqual(['the log: it should go on to event 5, and ends at event 1']));

  it('names the place where it can no longer be read', async () =>
    expect((await verified(logOf([first, second], 2, 1)))[0]).toBe(
      'the log: it cannot be read beyond event 1: page 7 is not as it was written',
    ));

  it('counts what it does not keep', async () => {
    const many = Array.from({ length: 150 }, (_, at): Given => ({ revision: at, position: at + 1, type: 'ThingLost' }));
    const findings = new Findings();
    await verifyLog(logOf(many), new Map(), findings);
    expect([findings.sentences.length, findings.count]).toEqual([100, 150]);
  });
});
