import { Deliveries } from './deliveries.js';

const given = (written: readonly string[], heard: readonly string[]) => {
  const deliveries = new Deliveries();
  for (const key of written) deliveries.wrote(key);
  for (const key of heard) deliveries.heard(key);
  return deliveries;
};

describe('what a follower was given', () => {
  it.each([
    [['a', 'b'], ['a', 'b'], { written: 2, missed: 0, doubled: 0 }, true],
    [['a', 'b'], ['b'], { written: 2, missed: 1, doubled: 0 }, false],
    [['a', 'b'], ['a', 'b', 'a', 'a'], { written: 2, missed: 0, doubled: 2 }, true],
    [['a', 'b', 'c'], ['a', 'a'], { written: 3, missed: 2, doubled: 1 }, false],
    [[], [], { written: 0, missed: 0, doubled: 0 }, true],
  ])('%j written, %j heard', (written, heard, counted, complete) => {
    const deliveries = given(written, heard);
    expect(deliveries.counted()).toEqual(counted);
    expect(deliveries.complete).toBe(complete);
  });
});
