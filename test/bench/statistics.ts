export type Spread = Readonly<{ median: number; least: number; most: number }>;

const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

/** The value that `share` (0 to 1) of the values do not exceed; of few values, the next one that was measured. */
export const percentile = (values: readonly number[], share: number): number => {
  if (values.length === 0) throw new Error('There is no percentile of no values');
  return ascending(values)[Math.max(0, Math.ceil(share * values.length) - 1)]!;
};

export const median = (values: readonly number[]): number => {
  if (values.length === 0) throw new Error('There is no median of no values');
  const sorted = ascending(values);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
};

export const spreadOf = (values: readonly number[]): Spread => ({
  median: median(values),
  least: Math.min(...values),
  most: Math.max(...values),
});

/** Growth by the least-squares line through evenly spaced values, from its first to its last, as a share of their mean. */
export const drift = (values: readonly number[]): number => {
  if (values.length < 2) return 0;
  const [middle, mean] = [(values.length - 1) / 2, values.reduce((sum, v) => sum + v, 0) / values.length];
  const up = values.reduce((sum, value, i) => sum + (i - middle) * (value - mean), 0);
  const across = values.reduce((sum, _value, i) => sum + (i - middle) ** 2, 0);
  return ((up / across) * (values.length - 1)) / mean;
};
