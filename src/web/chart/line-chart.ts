import { scaleLinear, type ScaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { asNumber, figureInWords, type Figure, type Unit } from '../../kernel/figure.js';
import { inWords, shortMonth } from '../../kernel/plain-date.js';
import { spread, type SideLabel } from './side-labels.js';
import { extent, inOrder, monthNumber, monthOf, tenth, unbroken, type Limits, type SeriesPoint } from './series.js';

export type ChartPoint = SeriesPoint & Readonly<{ corrected?: boolean }>;

/** A promise and the months it holds for; `null` is open-ended. */
export type ChartTarget = Limits & Readonly<{ text: string; from: string | null; until: string | null }>;

export type LineChartFacts = Readonly<{
  name: string;
  unit: Unit;
  points: readonly ChartPoint[];
  targets: readonly ChartTarget[];
  baseline: Readonly<{ label: string; value: Figure }> | null;
}>;

type Line = Readonly<{ x: number; y: number; width: number }>;

/** Geometry in the units of its view box, ready for the `lineChart` macro of `chart.njk`. */
export type LineChart = Readonly<{
  width: number;
  height: number;
  left: number;
  right: number;
  bottom: number;
  title: string;
  /** One sentence that says what the chart shows; it stands beside the chart too. */
  summary: string;
  path: string;
  points: readonly Readonly<{ x: number; y: number; corrected: boolean; words: string }>[];
  bands: readonly (Line & Readonly<{ height: number }>)[];
  targetLines: readonly Line[];
  baseline: number | null;
  valueTicks: readonly Readonly<{ y: number; text: string }>[];
  monthTicks: readonly Readonly<{ x: number; text: string }>[];
  labels: readonly SideLabel[];
}>;

const SIZE = { width: 760, height: 320, top: 16, right: 180, bottom: 36, left: 56 } as const;
const MOST_MONTH_LABELS = 8;
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120];

type Scale = ScaleLinear<number, number>;

/** Zero belongs to the picture unless every figure is far above it. */
const valueScale = ({ points, targets, baseline, unit }: LineChartFacts): Scale => {
  const limits = targets.flatMap(({ low, high }) => [low, high]);
  const [low, high] = extent([...points.map(({ value }) => value), ...limits, baseline?.value]);
  const from = low > 0 && low < high / 2 ? 0 : low;
  const scale = scaleLinear([from, high], [SIZE.height - SIZE.bottom, SIZE.top]).nice(5);
  const [bottom, top] = scale.domain() as [number, number];
  const full = unit === 'percent' && high <= 100 ? Math.min(top, 100) : top;
  return scale.domain([low >= 0 ? Math.max(bottom, 0) : bottom, full]);
};

const monthScale = (points: readonly SeriesPoint[]): Scale => {
  const [first, last] = [monthNumber(points[0]!.period), monthNumber(points.at(-1)!.period)];
  const room = first === last ? 1 : 0;
  return scaleLinear([first - room, last + room], [SIZE.left + 8, SIZE.width - SIZE.right - 8]);
};

const monthTicks = (points: readonly SeriesPoint[], x: Scale): LineChart['monthTicks'] => {
  const [first, last] = [monthNumber(points[0]!.period), monthNumber(points.at(-1)!.period)];
  const step = MONTH_STEPS.find((months) => (last - first) / months < MOST_MONTH_LABELS) ?? last - first;
  const months: number[] = [];
  // Counted back from the newest month: that is the one a reader looks for.
  for (let month = last; month >= first; month -= step) months.unshift(month);
  return months.map((month) => ({ x: tenth(x(month)), text: shortMonth(monthOf(month)) }));
};

const rangeOf = (points: readonly ChartPoint[], at: (point: SeriesPoint) => string): string => {
  if (points.length === 1) return '';
  const byValue = [...points].sort((a, b) => asNumber(a.value) - asNumber(b.value));
  const [lowest, highest] = [byValue[0]!, byValue.at(-1)!];
  if (asNumber(lowest.value) === asNumber(highest.value)) return ', the same in every month shown';
  return `; lowest ${at(lowest)}, highest ${at(highest)}`;
};

const summaryOf = ({ name, unit }: LineChartFacts, points: readonly ChartPoint[]): string => {
  const at = ({ period, value }: SeriesPoint) => `${figureInWords(value, unit)} in ${inWords(period)}`;
  const range = rangeOf(points, at);
  const corrected = points.filter((point) => point.corrected).length;
  const marked = corrected ? `; ${corrected} of ${points.length} figures corrected` : '';
  return `${name}: ${at(points.at(-1)!)}${range}${marked}.`;
};

/** The part of the months shown in which a target held; `null` when it held in none of them. */
const stretch = ({ from, until }: ChartTarget, x: Scale): { x: number; width: number } | null => {
  const [first, last] = x.domain() as [number, number];
  const start = Math.max(from ? monthNumber(from) : first, first);
  const end = Math.min(until ? monthNumber(until) : last, last);
  const wide = { x: SIZE.left, width: SIZE.width - SIZE.right - SIZE.left };
  if (start > end) return null;
  if (start === first && end === last) return wide;
  return { x: tenth(x(start)), width: Math.max(4, tenth(x(end) - x(start))) };
};

/** Bands where both ends are promised, lines where one is, each only over the months it holds for. */
const drawTargets = (targets: readonly ChartTarget[], x: Scale, yOf: (figure: Figure) => number) => {
  const bands: LineChart['bands'][number][] = [];
  const targetLines: Line[] = [];
  for (const target of targets) {
    const place = stretch(target, x);
    const { low, high } = target;
    const single = low ?? high;
    if (!place || single === null) continue;
    if (low !== null && high !== null)
      bands.push({ ...place, y: yOf(high), height: Math.max(1, tenth(yOf(low) - yOf(high))) });
    else targetLines.push({ ...place, y: yOf(single) });
  }
  return { bands, targetLines };
};

const sideLabels = (facts: LineChartFacts, last: ChartPoint, yOf: (figure: Figure) => number): SideLabel[] => {
  const { baseline, unit } = facts;
  const target = facts.targets.findLast(({ until }) => !until || until >= last.period);
  const limit = target && (target.high ?? target.low);
  const labels: SideLabel[] = [{ kind: 'latest', y: yOf(last.value), text: figureInWords(last.value, unit) }];
  if (target && limit) labels.push({ kind: 'target', y: yOf(limit), text: `Target ${target.text}` });
  if (baseline)
    labels.push({
      kind: 'baseline',
      y: yOf(baseline.value),
      text: `${baseline.label} ${figureInWords(baseline.value, unit)}`,
    });
  return spread(labels, { top: SIZE.top, bottom: SIZE.height - SIZE.bottom });
};

/** A measure through time, months in their true places; `null` without a single figure. */
export const lineChart = (facts: LineChartFacts): LineChart | null => {
  const points = inOrder(facts.points);
  const last = points.at(-1);
  if (!last) return null;
  const [x, y] = [monthScale(points), valueScale(facts)];
  const yOf = (figure: Figure) => tenth(y(asNumber(figure)));
  const xOf = ({ period }: SeriesPoint) => tenth(x(monthNumber(period)));
  const draw = line<SeriesPoint>(xOf, ({ value }) => yOf(value));
  const summary = summaryOf(facts, points);
  return {
    width: SIZE.width,
    height: SIZE.height,
    left: SIZE.left,
    right: SIZE.width - SIZE.right,
    bottom: SIZE.height - SIZE.bottom,
    title: `${facts.name}, ${inWords(points[0]!.period)} to ${inWords(last.period)}`,
    summary,
    path: unbroken(points)
      .map((run) => draw(run) ?? '')
      .join(''),
    points: points.map((point) => ({
      x: xOf(point),
      y: yOf(point.value),
      corrected: point.corrected ?? false,
      words: `${inWords(point.period)}: ${figureInWords(point.value, facts.unit)}${point.corrected ? ', corrected' : ''}`,
    })),
    ...drawTargets(facts.targets, x, yOf),
    baseline: facts.baseline && yOf(facts.baseline.value),
    valueTicks: y
      .ticks(5)
      .map((value) => ({ y: tenth(y(value)), text: y.tickFormat(5)(value) + (facts.unit === 'percent' ? '%' : '') })),
    monthTicks: monthTicks(points, x),
    labels: sideLabels(facts, last, yOf),
  };
};
