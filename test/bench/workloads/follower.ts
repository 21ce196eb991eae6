import { Deliveries, type Delivered } from '../deliveries.js';
import { resultOf } from '../pairs.js';
import { daybook, PEERS, withContender } from '../peers/all.js';
import type { Peer } from '../peers/peer.js';
import { untilSettled } from '../settled.js';
import { fill } from '../writers.js';
import type { Bench, Workload } from './workload.js';

const LOAD = { writers: 32, batch: 1 };

type Followed = Delivered & Readonly<{ rate: number }>;

/** Null where the peer has nothing to follow the log with. */
const followed = ({ server }: Bench, peer: Peer, events: number): Promise<Followed | null> =>
  withContender(server, peer, LOAD.writers, async (writing) => {
    if (!writing.follow) return null;
    const deliveries = new Deliveries();
    const stop = new AbortController();
    const following = writing.follow(stop.signal, (stream, revision) => deliveries.heard(`${stream}#${revision}`));
    const began = performance.now();
    await fill(writing, LOAD, events, (stream, revision) => deliveries.wrote(`${stream}#${revision}`));
    await untilSettled(
      () => deliveries.complete,
      () => deliveries.total,
    );
    const rate = deliveries.total / ((deliveries.lastAt - began) / 1_000);
    stop.abort();
    await following;
    return { ...deliveries.counted(), rate };
  });

const named = (name: string, { written, missed, doubled }: Followed): Record<string, number> => ({
  [`written: ${name}`]: written,
  [`missed: ${name}`]: missed,
  [`doubled: ${name}`]: doubled,
});

/** Somebody follows the log live while it is written: is every event delivered, and once? */
export const follower: Workload = {
  names: `follower@${LOAD.writers}`,
  run: async (bench) => {
    const ours = (await followed(bench, daybook, bench.sizes.follower))!;
    let also: Record<string, number> = { missed: ours.missed, doubled: ours.doubled, ...named(daybook.name, ours) };
    const pairs: Record<string, { daybook: number; peer: number }[]> = {};
    for (const peer of PEERS) {
      const theirs = await followed(bench, peer, bench.sizes.peerFollower);
      if (!theirs) continue;
      pairs[peer.name] = [{ daybook: ours.rate, peer: theirs.rate }];
      also = { ...also, ...named(peer.name, theirs) };
    }
    return { [`follower@${LOAD.writers}`]: resultOf('events a second', pairs, { also }) };
  },
};
