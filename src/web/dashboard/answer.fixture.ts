import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { bragLetter, type BragLetter } from '../../kernel/brag.js';
import { asNumber, changeInWords, figureInWords, type Figure, type Unit } from '../../kernel/figure.js';
import { movement, type Arrow, type Polarity } from '../../kernel/movement.js';
import { differencesOf, type PrintedRow } from '../../kernel/printed-row.js';
import { rate, type RatingRule } from '../../kernel/rating-rule.js';
import { againstTarget, type AgainstTarget, type Target } from '../../kernel/target.js';
import type { DashboardAnswer, DashboardRow } from './answer.js';

type Cells = Readonly<Record<string, string>>;
type Measure = Readonly<{
  publishedRow: number;
  name: string;
  breakdown: string | null;
  section: string;
  planRefs: string[];
  theme: number;
  unit: Unit;
  polarity: Polarity;
  target: Target | null;
}>;

const sample = (file: string) => readFileSync(new URL(`../../demo/barnet/${file}`, import.meta.url), 'utf8');
const csv = (file: string): Cells[] => parse(sample(file), { columns: true, bom: true });
const measures = JSON.parse(sample('measures.json')) as Measure[];
const plan = JSON.parse(sample('plan.json')) as {
  themes: { number: number; name: string }[];
  ratingRules: RatingRule[];
};
const rule = plan.ratingRules[0]!;

export const printedRows = csv('dashboard-2017-11.csv');
export const supervisionRows = csv('supervision-2017-11.csv');

const observed = (period: string, value: string) => (value ? { period, value } : null);

const orNull = (cell: string | undefined): string | null => cell || null;

const printedChange = (cells: Cells): PrintedRow['change'] =>
  cells.published_change
    ? {
        value: cells.published_change,
        text: cells.published_change_text!,
        direction: orNull(cells.published_change_direction) as Arrow | null,
      }
    : null;

const printedBaseline = (cells: Cells): PrintedRow['baseline'] =>
  cells.published_baseline_value
    ? {
        label: cells.baseline_label!,
        value: cells.published_baseline_value,
        text: cells.published_baseline_text!,
        direction: orNull(cells.published_baseline_direction) as Arrow | null,
      }
    : null;

const printedTarget = (cells: Cells): Target | null =>
  cells.target_text
    ? { text: cells.target_text, low: orNull(cells.target_low), high: orNull(cells.target_high) }
    : null;

const printedRow = (cells: Cells): PrintedRow => ({
  previous: observed(cells.previous_period!, cells.previous_value!),
  latest: observed(cells.latest_period!, cells.latest_value!),
  change: printedChange(cells),
  baseline: printedBaseline(cells),
  target: printedTarget(cells),
  rating: orNull(cells.published_rating) as BragLetter | null,
  availability: orNull(cells.availability),
  note: orNull(cells.note),
});

const numbered = <T extends { value: Figure }>(point: T | null) => point && { ...point, value: asNumber(point.value) };

const valuesOf = ({ previous, latest, baseline }: PrintedRow) => ({
  previous: previous && previous.value,
  latest: latest && latest.value,
  baseline: baseline && baseline.value,
});

const pointsApart = (rating: BragLetter | null, target: AgainstTarget | null) =>
  (rating === 'G' && target === 'missed') || (rating === 'R' && target === 'met');

const workedOut = (printed: PrintedRow, { unit, polarity }: Measure) => {
  const values = valuesOf(printed);
  const { previous, latest } = values;
  const moved = previous !== null && latest !== null ? movement({ previous, latest, polarity }) : null;
  const rated = rate({ ...values, polarity, unit }, rule);
  const target = againstTarget(latest, printed.target, polarity);
  const rating = rated.rating ? bragLetter(rated.rating) : printed.rating;
  const disagree = pointsApart(rating, target);
  return { moved, rated, target, rating, disagree };
};

const number = (figure: Figure | null) => (figure === null ? null : asNumber(figure));

const textsOf = (printed: PrintedRow, change: Figure | undefined, unit: Unit): DashboardRow['text'] => {
  const inUnit = (point: { value: Figure } | null) => point && figureInWords(point.value, unit);
  return {
    previous: inUnit(printed.previous),
    latest: inUnit(printed.latest),
    change: change === undefined ? null : changeInWords(change, unit),
    baseline: inUnit(printed.baseline),
  };
};

const workingOf = (
  printed: PrintedRow,
  text: DashboardRow['text'],
  target: AgainstTarget | null,
  rated: string,
): DashboardRow['working'] => ({
  change: text.change && `${text.latest} less ${text.previous} is ${text.change}.`,
  direction: null,
  rating: printed.latest && `${rated}.`,
  target: target && `${text.latest} against a target of ${printed.target!.text}: ${target}.`,
});

const dashboardRow = (printed: PrintedRow, measure: Measure, id: string): DashboardRow => {
  const { publishedRow, planRefs, theme, section, name, breakdown, unit, polarity } = measure;
  const { moved, rated, target, rating, disagree } = workedOut(printed, measure);
  const text = textsOf(printed, moved?.change, unit);
  const { baseline, availability } = printed;
  return {
    ...{
      id,
      publishedRow,
      planRefs,
      theme,
      section,
      measure: name,
      breakdown,
      unit,
      polarity,
      rating,
      text,
      availability,
    },
    previous: numbered(printed.previous),
    latest: numbered(printed.latest),
    change: moved && asNumber(moved.change),
    direction: moved && moved.direction,
    baseline: baseline && { label: baseline.label, value: asNumber(baseline.value) },
    target: printed.target && { ...printed.target, low: number(printed.target.low), high: number(printed.target.high) },
    ratingBasis: rating && (rated.rating ? 'rule' : 'published'),
    againstTarget: target,
    attention: disagree ? ['rating-and-target-disagree'] : [],
    differences: differencesOf(printed, { unit, polarity, rule }),
    working: workingOf(printed, text, target, rated.working),
    series: [printed.previous, printed.latest].filter((point) => point !== null),
    lastCorrection: null,
    source: `The council’s dashboard for November 2017, printed row ${publishedRow}`,
  };
};

const NOTHING: PrintedRow = {
  previous: null,
  latest: null,
  change: null,
  baseline: null,
  target: null,
  rating: null,
  availability: null,
  note: null,
};

const supervisionColumn = (breakdown: string) => breakdown.split(': ').at(-1)!.replaceAll(' ', '_');

const printedOf = (measure: Measure): PrintedRow => {
  const cells = printedRows.find(({ published_row }) => Number(published_row) === measure.publishedRow);
  if (cells) return printedRow(cells);
  const line = supervisionRows.find(({ published_row }) => Number(published_row) === measure.publishedRow)!;
  return { ...NOTHING, latest: observed(line.period!, line[supervisionColumn(measure.breakdown!)]!) };
};

/** The sample council's dashboard for November 2017, worked out from its printed figures alone. */
export const november: DashboardAnswer = {
  period: '2017-11',
  knownAt: null,
  freshness: { position: 1234, recordedAt: '2018-01-16T09:30:00Z' },
  themes: plan.themes,
  publishedOn: '2018-01-16',
  rows: measures.map((measure, i) => dashboardRow(printedOf(measure), measure, `measure-${i + 1}`)),
};
