import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { asNumber, figureInWords, type Figure, type Unit } from '../../kernel/figure.js';
import { inWords } from '../../kernel/plain-date.js';
import { extent, inOrder, monthNumber, tenth, unbroken, type Limits, type SeriesPoint } from './series.js';

export type SparklineFacts = Readonly<{
  series: readonly SeriesPoint[];
  unit: Unit;
  target?: (Limits & Readonly<{ text: string }>) | null;
  /** The position at the judgement: a hollow mark at the left edge. */
  judgement?: Figure | null;
}>;

/** Geometry in pixels, ready for the `sparkline` macro of `chart.njk`. */
export type Sparkline = Readonly<{
  width: number;
  height: number;
  title: string;
  path: string;
  last: Readonly<{ x: number; y: number }>;
  band: Readonly<{ y: number; height: number }> | null;
  targetLine: number | null;
  judgement: Readonly<{ x: number; y: number }> | null;
}>;

const SIZE = { width: 92, height: 22, edge: 3.5 } as const;
const MOST_POINTS = 24;
const FEWEST_POINTS = 3;

const titleOf = ({ unit, target, judgement }: SparklineFacts, points: readonly SeriesPoint[]): string => {
  const [first, last] = [points[0]!, points.at(-1)!];
  const at = ({ period, value }: SeriesPoint) => `${figureInWords(value, unit)} in ${inWords(period)}`;
  const parts = [`From ${at(first)} to ${at(last)}, ${points.length} figures`];
  if (judgement != null) parts.push(`${figureInWords(judgement, unit)} at the judgement`);
  if (target) parts.push(`target ${target.text}`);
  return `${parts.join('; ')}.`;
};

/** The position at the judgement is a point of the course as much as a month is; a line needs two months of its own. */
const isCourse = (points: readonly SeriesPoint[], judgement: Figure | null | undefined): boolean =>
  points.length >= 2 && points.length + (judgement == null ? 0 : 1) >= FEWEST_POINTS;

/** The course of a series in one line of text height; `null` while there are fewer than three points. */
export const sparkline = (facts: SparklineFacts): Sparkline | null => {
  const points = inOrder(facts.series).slice(-MOST_POINTS);
  if (!isCourse(points, facts.judgement)) return null;
  const { width, height, edge } = SIZE;
  const { low = null, high = null } = facts.target ?? {};
  const figures = [...points.map(({ value }) => value), low, high, facts.judgement];
  const y = scaleLinear(extent(figures), [height - edge, edge]);
  const months = [monthNumber(points[0]!.period), monthNumber(points.at(-1)!.period)];
  const x = scaleLinear(months, [edge * 2, width - edge]);
  const yOf = (figure: Figure) => tenth(y(asNumber(figure)));
  const draw = line<SeriesPoint>(
    ({ period }) => tenth(x(monthNumber(period))),
    ({ value }) => yOf(value),
  );
  const single = low ?? high;
  return {
    width,
    height,
    title: titleOf(facts, points),
    path: unbroken(points)
      .map((run) => draw(run) ?? '')
      .join(''),
    last: { x: tenth(width - edge), y: yOf(points.at(-1)!.value) },
    band: low !== null && high !== null ? { y: yOf(high), height: Math.max(1, tenth(yOf(low) - yOf(high))) } : null,
    targetLine: single !== null && (low === null || high === null) ? yOf(single) : null,
    judgement: facts.judgement == null ? null : { x: edge, y: yOf(facts.judgement) },
  };
};
