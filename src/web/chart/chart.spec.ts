import fc from 'fast-check';
import { UNITS } from '../../kernel/figure.js';
import { templates } from '../shell/templates.js';
import { lineChart, type LineChartFacts } from './line-chart.js';
import { inOrder, monthNumber, monthOf, unbroken } from './series.js';
import { spread } from './side-labels.js';
import { sparkline, type SparklineFacts } from './sparkline.js';

const points = (...pairs: [string, string][]) => pairs.map(([period, value]) => ({ period, value }));

const caseloads: SparklineFacts = {
  series: points(['2017-09', '20'], ['2017-10', '10'], ['2017-11', '15']),
  unit: 'cases',
  target: { text: '12 to 16', low: '12', high: '16' },
  judgement: '18.5',
};

const chart: LineChartFacts = {
  name: 'Average caseload',
  unit: 'cases',
  points: [
    { period: '2017-08', value: '17.6' },
    { period: '2017-10', value: '16.8', corrected: true },
    { period: '2017-11', value: '22.5' },
  ],
  targets: [{ text: '12 to 16', low: '12', high: '16', from: null, until: null }],
  baseline: { label: 'Ofsted judgement', value: '17.6' },
};

const render = (call: string, context: object) =>
  templates().renderString(`{% from "chart/chart.njk" import sparkline, lineChart %}{{ ${call} }}`, context);

describe('a series', () => {
  it('keeps the place of a missing month, and joins quarters', () => {
    const quarters = points(['2017-03', '1'], ['2017-06', '2'], ['2017-12', '3'], ['2018-03', '4']);
    expect(unbroken(quarters).map((run) => run.map(({ period }) => period))).toEqual([
      ['2017-03', '2017-06'],
      ['2017-12', '2018-03'],
    ]);
    expect(monthNumber('2018-01') - monthNumber('2017-12')).toBe(1);
    expect(monthOf(monthNumber('2017-12'))).toBe('2017-12');
  });

  it('is put in order; the later figure for a month counts', () => {
    const given = points(['2017-11', '1'], ['2017-09', '2'], ['2017-11', '3']);
    expect(inOrder(given)).toEqual(points(['2017-09', '2'], ['2017-11', '3']));
  });
});

describe('a sparkline', () => {
  it('draws months from left to right, larger figures higher', () => {
    expect(sparkline(caseloads)).toEqual({
      width: 92,
      height: 22,
      title: 'From 20 in September 2017 to 15 in November 2017, 3 figures; 18.5 at the judgement; target 12 to 16.',
      path: 'M7,3.5L47.8,18.5L88.5,11',
      last: { x: 88.5, y: 11 },
      band: { y: 9.5, height: 6 },
      targetLine: null,
      judgement: { x: 3.5, y: 5.8 },
    });
  });

  it('says nothing under three points, and shows the last 24 at most', () => {
    const two = caseloads.series.slice(1);
    expect(sparkline({ ...caseloads, series: two })?.title).toContain('2 figures; 18.5 at the judgement');
    expect(sparkline({ ...caseloads, series: two, judgement: null })).toBeNull();
    expect(sparkline({ ...caseloads, series: two.slice(1) })).toBeNull();
    const many = Array.from({ length: 30 }, (_, i) => ({ period: monthOf(monthNumber('2015-06') + i), value: `${i}` }));
    expect(sparkline({ series: many, unit: 'count' })?.title).toBe(
      'From 6 in December 2015 to 29 in November 2017, 24 figures.',
    );
  });

  it('draws a single-figure target as a line', () => {
    const target = { text: '90%', low: '20', high: null };
    expect(sparkline({ ...caseloads, target })).toMatchObject({ band: null, targetLine: 3.5 });
  });
});

describe('a line chart', () => {
  it('leaves a gap where a month is missing, and marks the corrected figure', () => {
    const drawing = lineChart(chart)!;
    expect(drawing.path.match(/M/g)).toHaveLength(2);
    expect(drawing.points.map(({ corrected }) => corrected)).toEqual([false, true, false]);
    expect(drawing.summary).toBe(
      'Average caseload: 22.5 in November 2017; lowest 16.8 in October 2017, highest 22.5 in November 2017; 1 of 3 figures corrected.',
    );
    expect(drawing.monthTicks.map(({ text }) => text)).toEqual(['Aug 2017', 'Sep 2017', 'Oct 2017', 'Nov 2017']);
  });

  it('draws a target only over the months it held for', () => {
    const targets = [
      { text: '20', low: '20', high: null, from: null, until: '2017-08' },
      { text: '15', low: '15', high: null, from: '2018-01', until: null },
    ];
    expect(lineChart({ ...chart, targets })?.targetLines).toEqual([{ x: 64, y: expect.any(Number), width: 4 }]);
  });

  it('stands on the floor where every figure is zero, and says that they are the same', () => {
    const nothing = ['2017-09', '2017-10', '2017-11'].map((period) => ({ period, value: '0' }));
    const drawing = lineChart({ ...chart, points: nothing, targets: [], baseline: null })!;
    expect(drawing.valueTicks.map(({ text }) => text)).not.toContainEqual(expect.stringMatching(/^[-−]/));
    expect(drawing.points.map(({ y }) => y)).toEqual(nothing.map(() => drawing.bottom));
    expect(drawing.summary).toBe('Average caseload: 0 in November 2017, the same in every month shown.');
  });

  it('draws one figure alone, and nothing without a figure', () => {
    expect(lineChart({ ...chart, points: chart.points.slice(0, 1) })?.points).toHaveLength(1);
    expect(lineChart({ ...chart, points: [] })).toBeNull();
  });

  it('keeps labels beside the data from covering each other', () => {
    const label = (kind: 'latest' | 'target' | 'baseline', y: number) => ({ kind, y, text: kind });
    const ys = spread([label('latest', 290), label('target', 288), label('baseline', 10)], { top: 16, bottom: 284 });
    expect(ys.map(({ kind, y }) => [kind, y])).toEqual([
      ['baseline', 16],
      ['target', 266],
      ['latest', 284],
    ]);
  });
});

describe('on the page', () => {
  it('text is escaped, and nothing needs a style attribute or a script', () => {
    const drawing = lineChart({ ...chart, name: '<script>alert(1)</script>' });
    const html = render('lineChart(drawing, "c")', { drawing });
    expect(html).not.toMatch(/<script|style=/);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;, August 2017 to November 2017</title>');
  });

  const figure = fc
    .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.nat({ max: 3 }))
    .map(([whole, places]) => `${whole}${places ? `.${'5'.repeat(places)}` : ''}`);
  const series = fc.array(fc.record({ period: fc.nat({ max: 600 }).map((n) => monthOf(24_000 + n)), value: figure }), {
    maxLength: 40,
  });
  const limits = fc.record({ text: fc.string(), low: fc.option(figure), high: fc.option(figure) });

  it('a coordinate is always a number, inside the picture for the line itself', () => {
    fc.assert(
      fc.property(series, limits, fc.option(figure), fc.constantFrom(...UNITS), (values, target, judgement, unit) => {
        const small = sparkline({ series: values, unit, target, judgement });
        const large = lineChart({
          name: 'n',
          unit,
          points: values,
          targets: [{ ...target, from: null, until: null }],
          baseline: judgement === null ? null : { label: 'Judgement', value: judgement },
        });
        const html = render('(sparkline(small) if small) ~ (lineChart(large, "c") if large)', { small, large });
        expect(html).not.toMatch(/NaN|Infinity|undefined|null/);
        for (const point of large?.points ?? []) {
          expect(point.x).toBeGreaterThanOrEqual(large!.left);
          expect(point.x).toBeLessThanOrEqual(large!.right);
          expect(point.y).toBeGreaterThanOrEqual(0);
          expect(point.y).toBeLessThanOrEqual(large!.height);
        }
      }),
      { numRuns: 60 },
    );
  });
});
