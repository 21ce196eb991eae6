import fc from 'fast-check';
import { firstValueFrom, filter } from 'rxjs';
import {
  ConflictError,
  EventIdReusedError,
  isCaughtUp,
  type Appended,
  type EventStore,
  type Expected,
  type NewEvent,
} from '../../src/event-store/event-store.port.js';
import { newId } from '../../src/kernel/identifiers.js';
import { collect, Follower, idsOf, many, metadata, noted, type Opened } from './event-store.support.js';

const WRITERS = 32;
/** The most that may be on its way to a consumer who is not ready for it. */
const FETCHED_AHEAD = 1_500;

/** What every adapter of the log promises. A log that others have written to before is as good as an empty one. */
export const eventStoreContract = (name: string, open: () => Promise<Opened>): void =>
  describe(`the log in ${name}`, () => {
    const run = `contract-${newId()}-`;
    let log: Opened;
    let store: EventStore;
    let start: bigint;
    let streams = 0;
    const newStream = (words = 'stream') => `${run}${words}-${(streams += 1)}`;
    const ofRun = async (after = start) =>
      (await collect(store.readAll(after))).filter((e) => e.stream.startsWith(run));
    const follow = (after = start, types?: readonly string[]) =>
      new Follower(store, after, { of: run, ...(types ? { types } : {}) });

    beforeAll(async () => {
      log = await open();
      store = log.store;
    });
    afterAll(() => log.close());
    beforeEach(async () => {
      start = await store.head();
    });

    describe('appending', () => {
      it('keeps what it was given, and says where it stands', async () => {
        const stream = newStream();
        const [one, two] = [noted({ note: 'first' }), noted({ note: 'second' }, 'SomethingElseNoted')];
        const appended = await store.append(stream, [one, two], 'none');
        const read = await collect(store.readStream(stream));
        expect(read).toEqual([
          { ...one, stream, revision: 0, position: read[0]!.position },
          { ...two, stream, revision: 1, position: appended.position },
        ]);
        expect(appended).toEqual({ position: appended.position, revision: 1, recorded: 2 });
        expect(await store.head()).toBe(appended.position);
      });

      it.each<[given: number, expected: Expected, revision: number]>([
        [0, 'none', 0],
        [0, 'any', 0],
        [1, 'any', 1],
        [1, 'exists', 1],
        [1, 0, 1],
        [3, 2, 3],
      ])('with %s events in the stream accepts one at %s', async (given, expected, revision) => {
        const stream = newStream();
        if (given > 0) await store.append(stream, many(given), 'none');
        expect((await store.append(stream, [noted()], expected)).revision).toBe(revision);
      });

      const NOT_THERE: readonly (readonly [given: number, expected: Expected])[] = [
        [0, 'exists'],
        [0, 0],
        [1, 'none'],
        [1, 1],
        [3, 1],
        [3, 7],
      ];
      it.each(NOT_THERE.flatMap(([given, expected]) => [1, 2].map((size) => [given, size, expected] as const)))(
        'with %s events in the stream refuses %s at %s, says what is there and writes nothing',
        async (given, size, expected) => {
          const stream = newStream();
          if (given > 0) await store.append(stream, many(given), 'none');
          const refused = await store.append(stream, many(size), expected).catch((error: unknown) => error);
          expect(refused).toBeInstanceOf(ConflictError);
          expect(refused).toMatchObject({ stream, expected, actual: given - 1 });
          expect(await collect(store.readStream(stream))).toHaveLength(given);
        },
      );

      it('lets exactly one of many writers win each revision, and loses or doubles nothing', async () => {
        const stream = newStream();
        const each = 2;
        const write = async (event: NewEvent, expected: Expected): Promise<Appended> => {
          try {
            return await store.append(stream, [event], expected);
          } catch (error) {
            if (!(error instanceof ConflictError)) throw error;
            return write(event, error.actual < 0 ? 'none' : error.actual);
          }
        };
        const writers = many(WRITERS).map(async () => {
          const won: [string, number][] = [];
          for (const event of many(each)) won.push([event.id, (await write(event, 'none')).revision]);
          return won;
        });
        const won = (await Promise.all(writers)).flat();
        const read = await collect(store.readStream(stream));
        expect(read.map(({ revision }) => revision)).toEqual([...read.keys()]);
        expect(read.map(({ id, revision }) => [id, revision])).toEqual(won.sort(([, a], [, b]) => a - b));
        expect(read).toHaveLength(WRITERS * each);
      });

      it('shows a batch whole or not at all, whoever reads meanwhile', async () => {
        const stream = newStream();
        const size = 20;
        const lengths: number[] = [];
        let writing = true;
        const reader = (async () => {
          while (writing) lengths.push((await collect(store.readStream(stream))).length);
        })();
        const batches = 10;
        for (let i = 1; i <= batches; i += 1) {
          await store.append(stream, many(size), 'any');
          const looks = lengths.length;
          // Another reader may see it later than its writer was told, but not for ever.
          while (lengths.length === looks) await store.head();
        }
        writing = false;
        await reader;
        expect(lengths.filter((length) => length % size !== 0)).toEqual([]);
        expect(new Set(lengths).size).toBeGreaterThan(batches / 2);
      });

      it.each<[string, (stream: string) => [string, NewEvent[]]]>([
        ['nothing', (stream) => [stream, []]],
        ['an event without a type', (stream) => [stream, [noted({}, '')]]],
        ['an event type that the log keeps for itself', (stream) => [stream, [noted({}, '$metadata')]]],
        ['a stream name that the log keeps for itself', (stream) => [`$${stream}`, [noted()]]],
        ['a stream name that cannot be stored', (stream) => [`${stream}\0`, [noted()]]],
      ])('refuses %s', async (_what, given) => {
        await expect(store.append(...given(newStream()), 'any')).rejects.toThrow(/append|name/);
        expect(await ofRun()).toEqual([]);
      });

      it('fails no neighbour of an append that cannot be stored', async () => {
        const [good, bad] = [newStream(), newStream()];
        const outcomes = await Promise.allSettled([
          store.append(good, [noted()], 'none'),
          store.append(bad, [{ ...noted(), id: 'no-uuid' }], 'none'),
          store.append(good, [noted()], 0),
        ]);
        expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
        expect(await collect(store.readStream(bad))).toEqual([]);
      });
    });

    describe('appending again after an unknown outcome', () => {
      it.each<[string, Expected, number]>([
        ['at once', 'none', 0],
        ['at once, wherever the stream stands', 'any', 0],
        ['after others have written', 'none', 3],
        ['after others have written, wherever the stream stands', 'any', 3],
      ])('gives the same answer %s', async (_when, expected, others) => {
        const stream = newStream();
        const batch = many(2);
        const first = await store.append(stream, batch, expected);
        if (others > 0) await store.append(stream, many(others), 1);
        expect(await store.append(stream, batch, expected)).toEqual(first);
        expect(idsOf(await collect(store.readStream(stream))).slice(0, 2)).toEqual(idsOf(batch));
        expect(await ofRun()).toHaveLength(2 + others);
      });

      it('gives both the same answer when the same batch is sent twice at once', async () => {
        const stream = newStream();
        const batch = many(2);
        const [first, second] = await Promise.all([
          store.append(stream, batch, 'none'),
          store.append(stream, batch, 'none'),
        ]);
        expect(second).toEqual(first);
        expect(await collect(store.readStream(stream))).toHaveLength(2);
      });

      it.each<[string, (batch: NewEvent[]) => NewEvent[]]>([
        ['beside a new event', ([first]) => [first!, noted()]],
        ['in another order', ([first, second]) => [second!, first!]],
        ['twice in its own batch', ([first]) => [first!, first!]],
      ])('refuses an event id that comes again %s', async (_how, again) => {
        const stream = newStream();
        const batch = many(2);
        await store.append(stream, batch, 'none');
        await expect(store.append(stream, again(batch), 'none')).rejects.toBeInstanceOf(EventIdReusedError);
        expect(idsOf(await ofRun())).toEqual(idsOf(batch));
      });

      it('refuses an event id that comes again in another stream, where the log can find it', async () => {
        const event = noted();
        await store.append(newStream(), [event], 'none');
        const again = store.append(newStream(), [event], 'none');
        if (log.findsIdsInOtherStreams) await expect(again).rejects.toBeInstanceOf(EventIdReusedError);
        else await expect(again).resolves.toMatchObject({ revision: 0 });
      });
    });

    describe('what can be kept', () => {
      it.each<[string, NewEvent['data']]>([
        ['nothing', {}],
        ['one byte', { t: 'x' }],
        ['a megabyte', { text: 'x'.repeat(1_000_000) }],
        ['other scripts and marks', { name: 'Zoë Ødegård 朝日 👩‍👩‍👧 \u202e', clé: 'é' }],
        ['control characters', { text: '\0\t\r\n\u2028"\\\u007f', lone: '\ud800' }],
        [
          'integers beyond 2^53, as text',
          { big: '9007199254740993', small: '-170141183460469231731687303715884105728' },
        ],
        ['figures as they were given', { figure: '14.0', zero: '0.00', number: 0.1, large: 1e21 }],
        ['lists and nothing', { list: [1, [2, null]], nothing: null, empty: '', no: false }],
      ])('keeps %s', async (_what, data) => {
        const stream = newStream();
        const event = { ...noted(data), metadata: { ...metadata, reason: 'Zoë said "so"\n\\' } };
        await store.append(stream, [event], 'none');
        const [read] = await collect(store.readStream(stream));
        expect(JSON.stringify(read!.data)).toBe(JSON.stringify(data));
        expect(read!.metadata).toEqual(event.metadata);
        expect((await ofRun())[0]).toEqual(read);
      });

      it.each(['with-some-dashes', 'a b/c?d=e&f%20', "o'clock;--", 'é朝👧', '{x,"y"}', 'long'.repeat(50)])(
        'keeps a stream called %s apart from its neighbours',
        async (words) => {
          const stream = newStream(words);
          await store.append(stream, many(2), 'none');
          await store.append(`${stream}-2`, [noted()], 'none');
          expect((await collect(store.readStream(stream))).map((e) => e.stream)).toEqual([stream, stream]);
        },
      );
    });

    describe('reading', () => {
      it('reads a stream from any revision, and nothing where there is nothing', async () => {
        const stream = newStream();
        const events = many(5);
        await store.append(stream, events, 'none');
        for (const from of [0, 1, 4, 5, 99])
          expect(idsOf(await collect(store.readStream(stream, from)))).toEqual(idsOf(events.slice(from)));
        expect(await collect(store.readStream(newStream()))).toEqual([]);
      });

      it('reads the whole log from any position, as far as it is told', async () => {
        const [one, two] = [newStream(), newStream()];
        for (const [i, event] of many(6).entries()) await store.append(i % 2 ? one : two, [event], 'any');
        const all = await ofRun();
        expect(all).toHaveLength(6);
        for (const [i, { position }] of all.entries()) {
          expect(await ofRun(position)).toEqual(all.slice(i + 1));
          const limited = await collect(store.readAll(position, { limit: 2 }));
          expect(limited).toEqual(all.slice(i + 1, i + 3));
        }
        expect(await collect(store.readAll(start, { limit: 0 }))).toEqual([]);
      });

      it('begins at the very beginning, past whatever the server keeps there for itself', async () => {
        await store.append(newStream(), many(3), 'none');
        for (const limit of [1, 2, 3]) expect(await collect(store.readAll(0n, { limit }))).toHaveLength(limit);
      });

      it('orders appends to different streams as they were acknowledged', async () => {
        const positions: bigint[] = [];
        for (const event of many(10)) positions.push((await store.append(newStream(), [event], 'none')).position);
        expect(positions).toEqual([...positions].sort((a, b) => (a < b ? -1 : 1)));
        expect(new Set(positions).size).toBe(positions.length);
        expect((await ofRun()).map(({ position }) => position)).toEqual(positions);
      });

      it('reads more than fits one answer', async () => {
        const stream = newStream();
        const events = many(2_500);
        for (let i = 0; i < events.length; i += 500) await store.append(stream, events.slice(i, i + 500), 'any');
        expect(idsOf(await collect(store.readStream(stream)))).toEqual(idsOf(events));
        expect(idsOf(await ofRun())).toEqual(idsOf(events));
      });

      it('reads any interleaving of appends back as one order that keeps the order of each stream', async () => {
        const step = fc.record({ stream: fc.nat(2), size: fc.integer({ min: 1, max: 3 }), waits: fc.boolean() });
        await fc.assert(
          fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
            const before = await store.head();
            const names = [newStream(), newStream(), newStream()];
            const written: string[][] = [[], [], []];
            const last: Promise<unknown>[] = names.map(() => Promise.resolve());
            for (const { stream, size, waits } of steps) {
              const events = many(size);
              written[stream]!.push(...idsOf(events));
              last[stream] = last[stream]!.then(() => store.append(names[stream]!, events, 'any'));
              if (waits) await Promise.all(last);
            }
            await Promise.all(last);
            const all = await ofRun(before);
            for (const [i, stream] of names.entries()) {
              const own = all.filter((event) => event.stream === stream);
              expect(idsOf(own)).toEqual(written[i]);
              expect(own).toEqual(await collect(store.readStream(stream)));
            }
            expect(all).toHaveLength(written.flat().length);
            for (const [i, { position }] of all.entries())
              if (i > 0) expect(position > all[i - 1]!.position).toBe(true);
          }),
          { numRuns: 20 },
        );
      });

      it('counts what stands after a position, and says when it counted no further', async () => {
        await store.append(newStream(), many(7), 'none');
        const all = await ofRun();
        for (const [i, { position }] of all.entries())
          expect(await store.countAfter(position, 7)).toEqual({ events: 6 - i, more: false });
        const asFarAsTold = log.countsByReading ? { events: 3, more: true } : { events: 5, more: false };
        expect(await store.countAfter(all[1]!.position, 3)).toEqual(asFarAsTold);
      });

      it('reads only the types that it is asked for', async () => {
        const types = ['Noted', 'NotedTwice', 'Noted.Again', 'NotedXAgain'].map((type) => `${type}${streams}`);
        const events = many(12, (i) => noted({ i }, types[i % 4]));
        await store.append(newStream(), events, 'none');
        const wanted = [types[0]!, types[2]!];
        const read = await collect(store.readAll(start, { types: wanted, limit: 4 }));
        expect(idsOf(read)).toEqual(idsOf(events.filter(({ type }) => wanted.includes(type))).slice(0, 4));
      });
    });

    describe('subscribing', () => {
      it('catches up from any position, says so, and goes on live', async () => {
        const stream = newStream();
        await store.append(stream, many(3), 'none');
        const all = await ofRun();
        const followers = [start, ...all.map(({ position }) => position)].map((after) => follow(after));
        const head = all.at(-1)!.position;
        for (const [i, follower] of followers.entries()) {
          await follower.until(({ caughtUpAt }) => caughtUpAt !== null && caughtUpAt >= head);
          expect(follower.events).toEqual(all.slice(i));
        }
        const { position } = await store.append(stream, [noted()], 2);
        for (const [i, follower] of followers.entries()) {
          await follower.until(({ caughtUpAt }) => caughtUpAt !== null && caughtUpAt >= position);
          expect(follower.events).toEqual((await ofRun()).slice(i));
          await follower.stop();
        }
      });

      it('misses and repeats nothing where catching up meets live, however many write', async () => {
        const each = 25;
        const writers = Promise.all(
          many(8).map(async () => {
            const stream = newStream();
            for (const event of many(each)) await store.append(stream, [event], 'any');
          }),
        );
        const followers = [follow()];
        for (let i = 0; i < 5; i += 1) {
          await followers[i]!.until(({ events }) => events.length >= i * 30);
          followers.push(follow());
        }
        await writers;
        const all = await ofRun();
        expect(all).toHaveLength(8 * each);
        for (const follower of followers) {
          await follower.until(({ events }) => events.length >= all.length);
          expect(follower.events).toEqual(all);
          await follower.stop();
        }
      });

      it('hands over only the types asked for, and still says how far it has looked', async () => {
        const type = `Wanted.${newId()}`;
        const stream = newStream();
        const others = [`${type}Not`, `Not${type}`, type.replace('.', 'X')].map((other) => noted({}, other));
        await store.append(stream, many(600), 'none');
        const before = await store.append(stream, others, 'exists');
        const follower = follow(start, [type]);
        await follower.until(({ caughtUpAt }) => caughtUpAt !== null && caughtUpAt >= before.position);
        const batch = [noted({}, type), ...many(3), noted({}, type), noted()];
        const { position } = await store.append(stream, batch, 'exists');
        await follower.until(({ caughtUpAt }) => caughtUpAt !== null && caughtUpAt >= position);
        const later = await store.append(stream, many(100), 'exists');
        await follower.until(({ caughtUpAt }) => caughtUpAt !== null && caughtUpAt >= later.position);
        expect(idsOf(follower.events)).toEqual(idsOf([batch[0]!, batch[4]!]));
        await follower.stop();
      });

      it('ends when it is told to, at once and while it waits', async () => {
        const signal = AbortSignal.abort();
        expect(await collect(store.subscribe(start, signal))).toEqual([]);
        const follower = follow();
        await follower.until(({ caughtUpAt }) => caughtUpAt !== null);
        await follower.stop();
        await expect(follower.until(() => false)).rejects.toThrow('ended by itself');
      });

      it('does not fetch far ahead of a consumer who is slow', async () => {
        const events = many(4_000, (i) => noted({ i, text: 'x'.repeat(300) }));
        let told = start;
        const telling = store.appended().subscribe(({ position }) => (told = position));
        let last = start;
        for (let i = 0; i < events.length; i += 500)
          last = (await store.append(newStream(), events.slice(i, i + 500), 'none')).position;
        while (told < last) await store.head();
        telling.unsubscribe();

        const before = log.handedOut?.() ?? 0;
        const fetched = () => (log.handedOut?.() ?? 0) - before;
        const stopping = new AbortController();
        const items = store.subscribe(start, stopping.signal)[Symbol.asyncIterator]();
        const taken = [await items.next()];
        // What it fetches unasked has come when some answers to another question bring no more than themselves.
        const questions = 20;
        for (let soFar = -questions; fetched() > soFar + questions;) {
          soFar = fetched();
          for (let i = 0; i < questions; i += 1) await store.head();
        }
        expect(fetched()).toBeLessThan(FETCHED_AHEAD);
        while (taken.length < events.length) taken.push(await items.next());
        expect(taken.map(({ value }) => (value as NewEvent).id)).toEqual(idsOf(events));
        stopping.abort();
        await items.return?.();
      });

      it('goes on by itself after its connection was cut, and misses and repeats nothing', async () => {
        const other = await log.reopen();
        const stream = newStream();
        await store.append(stream, many(3), 'none');
        const follower = follow();
        await follower.until(({ events }) => events.length === 3);
        await log.disconnect();
        const during = await other.append(stream, many(3), 2);
        await follower.until(({ caughtUpAt }) => caughtUpAt !== null && caughtUpAt >= during.position);
        await log.disconnect();
        await other.append(stream, many(2), 5);
        await follower.until(({ events }) => events.length >= 8);
        expect(follower.events).toEqual(await collect(other.readStream(stream)));
        await follower.stop();
        await other.close();
      });

      it('goes on where it was when its connection is cut in the middle of catching up', async () => {
        const events = many(2_500);
        for (let i = 0; i < events.length; i += 500) await store.append(newStream(), events.slice(i, i + 500), 'none');
        const stopping = new AbortController();
        const items = store.subscribe(start, stopping.signal)[Symbol.asyncIterator]();
        const taken: unknown[] = [];
        const takeUntil = async (count: number) => {
          while (taken.length < count) {
            const { value, done } = await items.next();
            if (done) throw new Error('The subscription ended by itself');
            if (!isCaughtUp(value)) taken.push(value.id);
          }
        };
        for (const count of [1, 700, 1_600]) {
          await takeUntil(count);
          await log.disconnect();
        }
        await takeUntil(events.length);
        expect(taken).toEqual(idsOf(events));
        stopping.abort();
        await items.return?.();
      });
    });

    describe('telling that the log has grown', () => {
      /** Hears what is told from now on: nothing that was appended before is still to come. */
      const listen = async () => {
        let [upTo, counted] = [start, 0];
        let heard = () => undefined as void;
        const subscription = store.appended().subscribe(({ position, events }) => {
          upTo = position;
          counted += events;
          heard();
        });
        const countedUpTo = async (position: bigint) => {
          while (upTo < position) await new Promise<void>((resolve) => (heard = resolve));
          return counted;
        };
        const { position } = await store.append(newStream(), [noted()], 'none');
        const before = await countedUpTo(position);
        return {
          countedUpTo: async (end: bigint) => (await countedUpTo(end)) - before,
          stop: () => subscription.unsubscribe(),
        };
      };

      it('tells of what this and what other clients have appended, each event once', async () => {
        const other = await log.reopen();
        for (const writer of [store, other]) {
          const listener = await listen();
          await Promise.all(many(5).map((event) => writer.append(newStream(), [event, noted()], 'none')));
          expect(await listener.countedUpTo(await store.head())).toBe(10);
          listener.stop();
        }
        await other.close();
      });

      it('tells also of what was appended while its connection was cut', async () => {
        const other = await log.reopen();
        const listener = await listen();
        await log.disconnect();
        const { position } = await other.append(newStream(), many(3), 'none');
        expect(await listener.countedUpTo(position)).toBe(3);
        listener.stop();
        await other.close();
      });

      it('shows every client the same log', async () => {
        const other = await log.reopen();
        const stream = newStream();
        const heard = firstValueFrom(other.appended().pipe(filter(({ position }) => position > start)));
        await store.append(stream, many(2), 'none');
        await heard;
        expect(await collect(other.readStream(stream))).toEqual(await collect(store.readStream(stream)));
        expect(await other.head()).toBe(await store.head());
        await other.close();
      });
    });
  });
