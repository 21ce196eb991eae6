import type { Report, Result, Unit } from './results.js';
import type { Spread } from './statistics.js';
import { judge, type Judged } from './targets.js';

const SHORT: Readonly<Record<Unit, string>> = { 'events a second': '/s', milliseconds: ' ms', megabytes: ' MB' };

/** Counts are exact; of what was measured, three figures are more than a shared machine can promise. */
export const figure = (value: number): string => {
  if (Number.isInteger(value)) return value.toLocaleString('en-GB');
  const rounded = Number(value.toPrecision(3));
  return Math.abs(rounded) >= 1_000 ? rounded.toLocaleString('en-GB') : String(rounded);
};

/** `12,300/s (11,900 to 12,800)` */
export const withSpread = ({ median, least, most }: Spread, unit: string): string =>
  least === most ? `${figure(median)}${unit}` : `${figure(median)}${unit} (${figure(least)} to ${figure(most)})`;

const lines = (name: string, { unit, spread, also }: Result): string[] => [
  `${name}  daybook ${withSpread(spread.daybook, SHORT[unit])}`,
  ...Object.entries(spread.peers).map(
    ([peer, of]) => `    ${peer} ${withSpread(of, SHORT[unit])}: ${withSpread(spread.ratio[peer]!, ' ×')}`,
  ),
  ...Object.entries(also).map(([what, value]) => `    ${what}: ${figure(value)}`),
];

export const judgedInWords = ({ target, measured, reached }: Judged): string =>
  `${reached ? 'reached' : 'NOT reached'}  ${target.workload}: ${target.says}; measured ${figure(measured)}`;

/** For a terminal. */
export const inWords = (report: Report): string =>
  [
    ...Object.entries(report.workloads).flatMap(([name, result]) => lines(name, result)),
    '',
    ...judge(report).map(judgedInWords),
  ].join('\n');
