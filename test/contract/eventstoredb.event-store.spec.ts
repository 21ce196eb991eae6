import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ServerCredentials } from '@grpc/grpc-js';
import { EventStoreDbEventStore } from '../../src/event-store/eventstoredb/eventstoredb.event-store.js';
import { NoSuchPosition } from '../../src/event-store/event-store.port.js';
import { LogUnavailable } from '../../src/event-store/log-unavailable.js';
import { EventStoreDouble, type DoubleOptions } from '../support/eventstoredb/double.js';
import { eventStoreContract } from './event-store.contract.js';
import { proxyTo } from './event-store.proxy.js';
import { collect, Follower, idsOf, many, noted, type Opened } from './event-store.support.js';

const openDouble = (options?: DoubleOptions) => async (): Promise<Opened> => {
  const double = await new EventStoreDouble(options).start();
  const open = () => EventStoreDbEventStore.open(double.connectionString);
  const store = await open();
  return {
    store,
    countsByReading: true,
    findsIdsInOtherStreams: false,
    handedOut: () => double.handedOut,
    reopen: open,
    disconnect: () => double.restart(),
    close: async () => {
      await store.close();
      double.stop();
    },
  };
};

eventStoreContract('a double of EventStoreDB', openDouble());
eventStoreContract('a double of an older EventStoreDB', openDouble({ batches: false, signals: false }));

/** One node without TLS can be reached through a proxy, and so be cut off; anything else is taken as it is. */
const ONE_NODE = /^(esdb:\/\/(?:[^@/]*@)?)([^:,/?]+):(\d+)(\/?\?(?:.*&)?tls=false.*)$/;

const openServer = (url: string) => async (): Promise<Opened> => {
  const [, scheme, host, port, options] = ONE_NODE.exec(url) ?? [];
  const proxy = scheme && host ? await proxyTo(host, Number(port)) : null;
  const store = await EventStoreDbEventStore.open(proxy ? `${scheme}127.0.0.1:${proxy.port}${options}` : url);
  return {
    store,
    countsByReading: true,
    findsIdsInOtherStreams: false,
    reopen: () => EventStoreDbEventStore.open(url),
    disconnect: () => Promise.resolve(proxy?.cut()),
    close: async () => {
      await store.close();
      await proxy?.close();
    },
  };
};

const { EVENTSTORE_URL } = process.env;
if (EVENTSTORE_URL) eventStoreContract('the EventStoreDB at EVENTSTORE_URL', openServer(EVENTSTORE_URL));

describe('the way to a server is given, and that server', () => {
  it('may stand behind a proxy, as a real one does in this suite', async () => {
    const double = await new EventStoreDouble().start();
    const log = await openServer(double.connectionString)();
    const follower = new Follower(log.store, 0n);
    await log.store.append('proxied', [noted()], 'none');
    await follower.until(({ events }) => events.length === 1);
    await log.disconnect();
    await log.store.append('proxied', [noted()], 0);
    await follower.until(({ events }) => events.length === 2);
    await follower.stop();
    await log.close();
    double.stop();
  });
});

describe('the log in EventStoreDB, besides', () => {
  const doubles: EventStoreDouble[] = [];
  const stores: EventStoreDbEventStore[] = [];
  const start = async (options?: DoubleOptions) => {
    const double = await new EventStoreDouble(options).start();
    doubles.push(double);
    return double;
  };
  const open = async (connectionString: string) => {
    const store = await EventStoreDbEventStore.open(connectionString);
    stores.push(store);
    return store;
  };
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
    for (const double of doubles.splice(0)) double.stop();
  });
  const refusal = (connectionString: string) => open(connectionString).catch((error: unknown) => error);

  it('answers once for a batch that was written when the server went away before it could say so', async () => {
    const double = await start();
    const store = await open(double.connectionString);
    const batch = many(2);
    double.loseNextAnswer();
    const { revision, position } = await store.append('unknown', batch, 'none');
    const read = await collect(store.readStream('unknown'));
    expect(idsOf(read)).toEqual(idsOf(batch));
    expect([revision, position]).toEqual([1, read[1]!.position]);
  });

  it('appends when the server comes back, without being asked again', async () => {
    const double = await start();
    const store = await open(double.connectionString);
    double.stop();
    const appending = store.append('later', [noted()], 'none');
    await double.start();
    expect((await appending).revision).toBe(0);
  });

  it('goes on with the new leader when the old one is lost', async () => {
    const leader = await start();
    const next = await start({ log: leader.log });
    leader.members = next.members = [leader.address, next.address];
    const store = await open(`esdb://${leader.address},${next.address}?tls=false`);
    const follower = new Follower(store, 0n);
    await store.append('elected', [noted()], 'none');
    await follower.until(({ events }) => events.length === 1);
    next.members = [next.address];
    leader.stop();
    await store.append('elected', [noted()], 0);
    await follower.until(({ events }) => events.length === 2);
    expect(follower.events.map(({ revision }) => revision)).toEqual([0, 1]);
    await follower.stop();
  });

  it('says so when it is to be read from where no event stands, instead of trying for ever', async () => {
    const store = await open((await start()).connectionString);
    const { position } = await store.append('somewhere', many(2), 'none');
    await expect(collect(store.readAll(position - 1n))).rejects.toBeInstanceOf(NoSuchPosition);
    await expect(new Follower(store, position - 1n).until(() => false)).rejects.toBeInstanceOf(NoSuchPosition);
  });

  it('finds the one event of a rare type without asking for each of the others', async () => {
    const double = await start();
    const store = await open(double.connectionString);
    await store.append('common', many(400), 'none');
    const rare = noted({}, 'RarelyNoted');
    await store.append('rare', [rare], 'none');
    const before = double.begunReads;
    expect(idsOf(await collect(store.readAll(0n, { types: ['RarelyNoted'], limit: 1 })))).toEqual([rare.id]);
    expect(double.begunReads - before).toBeLessThan(10);
  });

  it('leaves no read open that nobody reads any more', async () => {
    const double = await start();
    const store = await open(double.connectionString);
    for (let i = 0; i < 4; i += 1) await store.append('long', many(500), 'any');
    const follower = new Follower(store, 0n);
    await follower.until(({ events }) => events.length > 10);
    await follower.stop();
    for await (const event of store.readAll(0n)) if (event.revision === 5) break;
    for await (const event of store.readStream('long')) if (event.revision === 5) break;
    // Only the one by which the store hears of appends stays.
    while (double.openReads > 1) await store.head();
    expect(double.openReads).toBe(1);
  });

  it('appends to the leader when it is told who that is', async () => {
    const leader = await start();
    const node = await start({ log: leader.log });
    const store = await open(node.connectionString);
    const details = { 'leader-endpoint-host': '127.0.0.1', 'leader-endpoint-port': String(leader.port) };
    node.failNext('batchAppend', { code: 5, exception: 'not-leader', details });
    expect((await store.append('led', [noted()], 'none')).revision).toBe(0);
  });

  it('takes user, password and certificate from its address', async () => {
    const file = (name: string) => fileURLToPath(new URL(`../support/eventstoredb/${name}`, import.meta.url));
    const certificate = file('certificate.pem');
    const double = await start({
      credentials: ServerCredentials.createSsl(null, [
        { cert_chain: readFileSync(certificate), private_key: readFileSync(file('certificate-key.pem')) },
      ]),
      admits: (authorization) => authorization === `Basic ${Buffer.from('ops:s3:cr€t').toString('base64')}`,
    });
    const at = (user: string) => `esdb://${user}@${double.address}?tlsCAFile=${encodeURIComponent(certificate)}`;
    const store = await open(at(`ops:${encodeURIComponent('s3:cr€t')}`));
    await store.append('secured', [noted()], 'none');
    expect(await collect(store.readStream('secured'))).toHaveLength(1);
    const refused = await refusal(at('ops:wrong'));
    expect(refused).toBeInstanceOf(LogUnavailable);
    expect(String(refused)).toMatch(/refused the user or the password.*Correct EVENTSTORE_URL/);
  });

  it.each([
    ['nobody answers', 'esdb://ops:secret@127.0.0.1:1?tls=false', /No EventStoreDB answers at 127\.0\.0\.1:1\./],
    [
      'no node of a cluster answers',
      'esdb://127.0.0.1:1,127.0.0.1:2?tls=false&discoveryInterval=1',
      /No EventStoreDB answers at 127\.0\.0\.1:1,127\.0\.0\.1:2\./,
    ],
    ['the address is none', 'postgres://ops:secret@127.0.0.1:5432', /EVENTSTORE_URL is no address of EventStoreDB/],
    [
      'the certificate is not there',
      'esdb://127.0.0.1:1?tlsCAFile=nowhere.crt',
      /certificate that it names is not there/,
    ],
  ])('says what to do when %s, and keeps the password to itself', async (_when, address, sentence) => {
    const refused = await refusal(address);
    expect(refused).toBeInstanceOf(LogUnavailable);
    expect(String(refused)).toMatch(sentence);
    expect(String(refused)).not.toContain('secret');
  });
});
