import type { Unit } from '../kernel/figure.js';
import { grouped } from '../kernel/grouped.js';
import { measureName } from '../kernel/measure-name.js';
import { mustBeFaultless, type Fault } from './faulty-file.js';
import { repeated } from './file/duplicates.js';
import { seriesName, type PrintedSeries } from './file/printed-series.js';
import type { ReadFile } from './file/read-file.js';

/** What an importer must know of the measures there are; whoever calls it hands them in. */
export type KnownMeasure = Readonly<{
  measureId: string;
  planId: string;
  name: string;
  breakdown: string | null;
  planRefs: readonly string[];
  unit: Unit;
}>;

export type MatchedSeries = PrintedSeries & Readonly<{ known: KnownMeasure }>;
export type MatchedFile = Omit<ReadFile, 'series'> & Readonly<{ planId: string; series: readonly MatchedSeries[] }>;

const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();
const keyOf = (measure: string, breakdown: string | null): string => plain(measureName(measure, breakdown));
const sameRefs = (one: readonly string[], other: readonly string[]): boolean =>
  [...one].sort().join() === [...other].sort().join();

const fault = ({ row }: PrintedSeries, column: string, problem: string): Fault => ({
  row,
  column,
  sentence: `Row ${row}, ${column}: ${problem}`,
});

/** By name and breakdown; where several measures share both, by plan reference too. */
const match = (series: PrintedSeries, byName: ReadonlyMap<string, readonly KnownMeasure[]>): MatchedSeries | Fault => {
  const named = byName.get(keyOf(series.measure, series.breakdown)) ?? [];
  const found = named.length > 1 ? named.filter(({ planRefs }) => sameRefs(planRefs, series.planRefs)) : named;
  const name = seriesName(series);
  const [known] = found;
  if (!known) return fault(series, 'measure', `there is no measure "${name}". Define it first, or correct the name.`);
  if (found.length > 1)
    return fault(
      series,
      'measure',
      `${found.length} measures are called "${name}". Give each a name of its own first.`,
    );
  if (series.unit !== null && series.unit !== known.unit)
    return fault(series, 'unit', `"${name}" is measured in ${known.unit}, not in ${series.unit}. Correct the unit.`);
  return { ...series, known };
};

const isMatched = (answer: MatchedSeries | Fault): answer is MatchedSeries => 'known' in answer;
const isFault = (answer: MatchedSeries | Fault): answer is Fault => !isMatched(answer);

/** Every series with its measure. @throws FaultyFile naming the rows that have none, or share one. */
export const matchFile = (file: ReadFile, measures: readonly KnownMeasure[]): MatchedFile => {
  const byName = grouped(measures, ({ name, breakdown }) => keyOf(name, breakdown));
  const answers = file.series.map((series) => match(series, byName));
  const series = answers.filter(isMatched);
  const twice = repeated(
    series,
    ({ known }) => known.measureId,
    (one) => ({ column: 'measure', what: `"${seriesName(one)}"` }),
  );
  const plans = new Set(series.map(({ known }) => known.planId));
  mustBeFaultless([...answers.filter(isFault), ...twice, ...severalPlans(plans)]);
  return { ...file, series, planId: [...plans][0]! };
};

const severalPlans = ({ size }: ReadonlySet<string>): Fault[] =>
  size > 1
    ? [{ row: null, column: 'measure', sentence: 'The measures belong to several plans. Send one file for each.' }]
    : [];
