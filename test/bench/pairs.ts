import type { Pair, Result, Unit } from './results.js';
import { spreadOf, type Spread } from './statistics.js';

type Measure = () => Promise<number>;
export type Pairs = Readonly<Record<string, readonly Pair[]>>;

/** A B A B: each peer is measured directly after Daybook, so that both meet the same weather. */
export const inPairs = async (
  rounds: number,
  daybook: Measure,
  peers: Readonly<Record<string, Measure>>,
): Promise<Pairs> => {
  const pairs: Record<string, Pair[]> = Object.fromEntries(Object.keys(peers).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const [name, measure] of Object.entries(peers))
      pairs[name]!.push({ daybook: await daybook(), peer: await measure() });
  return pairs;
};

const eachOf = <A, B>(entries: Readonly<Record<string, A>>, make: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(entries).map(([name, value]) => [name, make(value)]));
const middle = ({ median }: Spread): number => median;

/** Where Daybook was measured with nobody beside it, `alone` holds what it gave. */
export const resultOf = (
  unit: Unit,
  pairs: Pairs,
  { also = {}, alone = [] }: { also?: Record<string, number>; alone?: readonly number[] } = {},
): Result => {
  const better = ({ daybook, peer }: Pair) => (unit === 'events a second' ? daybook / peer : peer / daybook);
  const spread = {
    daybook: spreadOf([...alone, ...Object.values(pairs).flatMap((of) => of.map(({ daybook }) => daybook))]),
    peers: eachOf(pairs, (of) => spreadOf(of.map(({ peer }) => peer))),
    ratio: eachOf(pairs, (of) => spreadOf(of.map(better))),
  };
  return {
    unit,
    daybook: spread.daybook.median,
    peers: eachOf(spread.peers, middle),
    ratio: eachOf(spread.ratio, middle),
    spread,
    also,
  };
};
