import { drift, median, percentile, spreadOf } from './statistics.js';

describe('what is said of many measurements', () => {
  it.each([
    [[3], 3],
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[10, 9, 100], 10],
  ])('the median of %j is %d', (values, expected) => expect(median(values)).toBe(expected));

  it.each([
    [0.5, 2],
    [0.75, 3],
    [0.76, 4],
    [0.99, 4],
    [1, 4],
    [0, 1],
  ])('the percentile at %d of 1 to 4 is %d', (share, expected) =>
    expect(percentile([4, 2, 3, 1], share)).toBe(expected),
  );

  it('spreads from the least to the most', () => expect(spreadOf([5, 1, 3])).toEqual({ median: 3, least: 1, most: 5 }));

  it.each([[[]], [[] as number[]]])('says nothing of nothing', (none) => {
    expect(() => median(none)).toThrow('no values');
    expect(() => percentile(none, 0.5)).toThrow('no values');
  });

  it.each([
    [[100, 100, 100, 100], 0],
    [[90, 110], 0.2],
    [[90, 100, 110], 0.2],
    [[110, 100, 90], -0.2],
    [[100], 0],
  ])('the drift of %j is %d of the mean', (values, expected) => expect(drift(values)).toBeCloseTo(expected, 10));
});
