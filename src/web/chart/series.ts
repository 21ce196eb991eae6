import { asNumber, type Figure } from '../../kernel/figure.js';

/** One figure of a series: the month it is about (`2017-11`) and the figure as given. */
export type SeriesPoint = Readonly<{ period: string; value: Figure }>;

/** Where to be: both ends make a band, one end a line. */
export type Limits = Readonly<{ low: Figure | null; high: Figure | null }>;

/** Months since the year 0, so that a missing month leaves its place free. */
export const monthNumber = (period: string): number => {
  const [year, month] = period.split('-').map(Number);
  return year! * 12 + month! - 1;
};

export const monthOf = (number: number): string =>
  `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;

/** In order of month; of two figures for one month the later one counts. */
export const inOrder = <P extends SeriesPoint>(points: readonly P[]): P[] =>
  [...new Map(points.map((point) => [point.period, point])).values()].sort(
    (a, b) => monthNumber(a.period) - monthNumber(b.period),
  );

const stepsOf = (points: readonly SeriesPoint[]): number[] =>
  points.slice(1).map((point, i) => monthNumber(point.period) - monthNumber(points[i]!.period));

/** Stretches without a missing month. The series' own smallest step is its rhythm, so quarters join up too. */
export const unbroken = <P extends SeriesPoint>(points: readonly P[]): P[][] => {
  const steps = stepsOf(points);
  const rhythm = Math.min(...steps);
  const runs: P[][] = [];
  points.forEach((point, i) => {
    if (i > 0 && steps[i - 1] === rhythm) runs.at(-1)!.push(point);
    else runs.push([point]);
  });
  return runs;
};

/** Smallest and largest of everything to be drawn, never the same, so that a flat series has a height too; nothing but zeros lies on the floor. */
export const extent = (figures: readonly (Figure | null | undefined)[]): [number, number] => {
  const numbers = figures.filter((figure): figure is Figure => figure != null).map(asNumber);
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  return low === high ? [low === 0 ? 0 : low - 1, high + 1] : [low, high];
};

/** Tenths of a pixel are enough, and keep the page small. */
export const tenth = (pixels: number): number => Math.round(pixels * 10) / 10;
