import { castore } from './castore.js';
import { daybook } from './daybook.js';
import { dcb } from './dcb.js';
import { emmett } from './emmett.js';
import type { Contender, Peer } from './peer.js';
import { plainInsert, snapshotReaders } from './plain-insert.js';
import { turnForEach } from './turn-for-each.js';
import type { Server } from '../server.js';

export { daybook };

/** Who is measured beside Daybook: what somebody would pick or write instead, and the other ways to keep one order. */
export const PEERS: readonly Peer[] = [plainInsert, emmett, dcb, castore, snapshotReaders, turnForEach];

/** One peer at work on an empty database, which is gone afterwards. */
export const withContender = <T>(
  server: Server,
  peer: Peer,
  writers: number,
  work: (contender: Contender, databaseUrl: string) => Promise<T>,
): Promise<T> =>
  server.withDatabase(async (url) => {
    const contender = await peer.open(url, writers);
    try {
      return await work(contender, url);
    } finally {
      await contender.close();
    }
  });

export type Open = Readonly<{ peer: Peer; contender: Contender; url: string }>;

/** All of them at once, each on a database of its own, so that their measurements can take turns. */
export const withContenders = <T>(
  server: Server,
  [first, ...rest]: readonly Peer[],
  writers: number,
  work: (open: readonly Open[]) => Promise<T>,
): Promise<T> => {
  if (!first) return work([]);
  return withContender(server, first, writers, (contender, url) =>
    withContenders(server, rest, writers, (others) => work([{ peer: first, contender, url }, ...others])),
  );
};
