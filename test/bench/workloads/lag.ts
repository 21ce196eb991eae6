import { PEERS, withContender } from '../peers/all.js';
import { resultOf } from '../pairs.js';
import type { Contender } from '../peers/peer.js';
import type { Pair } from '../results.js';
import { withReadSide } from '../read-side.js';
import { Sightings } from '../sightings.js';
import { median, percentile } from '../statistics.js';
import { withAuditTrail } from '../visible.js';
import { writePaced } from '../writers.js';
import type { Bench, Workload } from './workload.js';

const RATE = 1_000;
const WRITERS = 20;

type Lag = Readonly<{ p50: number; p99: number; appendP50: number; appendP99: number; unseen: number }>;

/** What came before the warm-up was over does not count. */
const lagOf = async (contender: Contender, { seconds, warmUp }: { seconds: number; warmUp: number }): Promise<Lag> => {
  const sightings = new Sightings();
  const stop = new AbortController();
  const following = contender.follow!(stop.signal, (stream, revision) => sightings.saw(`${stream}#${revision}`));
  const took: number[] = [];
  const pace = { writers: WRITERS, rate: RATE, seconds: seconds + warmUp };
  await writePaced(contender, pace, (stream, revision, milliseconds) => {
    took.push(milliseconds);
    sightings.wrote(`${stream}#${revision}`);
  });
  const unseen = await sightings.unseen();
  stop.abort();
  await following;
  const [delays, appends] = [sightings.delays, took].map((all) => all.slice(Math.floor(warmUp * RATE)));
  return {
    unseen,
    ...{ p50: percentile(delays!, 0.5), p99: percentile(delays!, 0.99) },
    ...{ appendP50: percentile(appends!, 0.5), appendP99: percentile(appends!, 0.99) },
  };
};

const run = async (bench: Bench) => {
  const { server, sizes } = bench;
  const duration = { seconds: sizes.paced, warmUp: sizes.warmUp };
  const ours: Lag[] = [];
  const pairs: Record<string, Pair[]> = {};
  const neverSeen: Record<string, number> = {};
  for (let round = 0; round < sizes.longRounds; round += 1)
    for (const peer of PEERS.filter(({ readModels }) => readModels)) {
      await server.checkpoint();
      const own = await withReadSide(bench, (side) => lagOf(withAuditTrail(side), duration));
      await server.checkpoint();
      const other = await withContender(server, peer, WRITERS, (contender) => lagOf(contender, duration));
      ours.push(own);
      neverSeen[peer.name] = (neverSeen[peer.name] ?? 0) + other.unseen;
      (pairs[peer.name] ??= []).push({ daybook: own.p99, peer: other.p99 });
    }
  const of = (what: keyof Lag) => median(ours.map((lag) => lag[what]));
  const also = {
    p50: of('p50'),
    'append p50': of('appendP50'),
    'append p99': of('appendP99'),
    'never seen: daybook': ours.reduce((sum, { unseen }) => sum + unseen, 0),
    ...Object.fromEntries(Object.entries(neverSeen).map(([name, count]) => [`never seen: ${name}`, count])),
    'p99 as a multiple of the append p99': median(ours.map(({ p99, appendP99 }) => p99 / appendP99)),
  };
  return { [`lag@${RATE}`]: resultOf('milliseconds', pairs, { also }) };
};

/** From acknowledged to visible in a projection, at the 99th percentile, at a steady thousand appends a second. */
export const lag: Workload = { names: `lag@${RATE}`, run };
