import { inPairs, resultOf } from './pairs.js';

describe('measuring in pairs', () => {
  it('measures each peer directly after Daybook, round by round', async () => {
    const order: string[] = [];
    const measure = (name: string) => () => Promise.resolve(order.push(name));
    const pairs = await inPairs(2, measure('daybook'), { a: measure('a'), b: measure('b') });
    expect(order).toEqual(['daybook', 'a', 'daybook', 'b', 'daybook', 'a', 'daybook', 'b']);
    expect(pairs).toEqual({
      a: [
        { daybook: 1, peer: 2 },
        { daybook: 5, peer: 6 },
      ],
      b: [
        { daybook: 3, peer: 4 },
        { daybook: 7, peer: 8 },
      ],
    });
  });

  const pairs = {
    a: [
      { daybook: 10, peer: 5 },
      { daybook: 30, peer: 10 },
      { daybook: 8, peer: 8 },
    ],
  };

  it('takes the ratio pair by pair, not of the medians', () => {
    const { daybook, peers, ratio, spread } = resultOf('events a second', pairs);
    expect({ daybook, peers, ratio }).toEqual({ daybook: 10, peers: { a: 8 }, ratio: { a: 2 } });
    expect(spread.ratio.a).toEqual({ median: 2, least: 1, most: 3 });
  });

  it('counts less as better where the unit is a time', () =>
    expect(resultOf('milliseconds', pairs).ratio.a).toBeCloseTo(0.5, 10));

  it('needs no peer', () =>
    expect(resultOf('megabytes', {}, { alone: [3, 5, 4], also: { drift: 0 } })).toMatchObject({
      daybook: 4,
      peers: {},
      ratio: {},
      also: { drift: 0 },
    }));
});
