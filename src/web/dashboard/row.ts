import type { DashboardRow } from '../../../projections/monthly-dashboard/answer.js';
import { bragOfLetter, type BragLetter } from '../../kernel/brag.js';
import { arrowOf, type Direction } from '../../kernel/movement.js';
import { addMonths, momentInWords, shortMonth } from '../../kernel/plain-date.js';
import { sparkline, type Sparkline } from '../chart/sparkline.js';
import { FIELD_IN_WORDS } from '../differences/words.js';
import { sourceInWords } from '../shell/who-and-where.js';
import { markWords, marksOf, type Attention } from './attention.js';

/** A printed figure in parts, so that figures line up on the decimal point. `period` only where it is not the expected one. */
export type FigureView = Readonly<{ whole: string; rest: string; unit: string; period: string | null }>;

export type ChangeView = Readonly<{ glyph: string; text: string; word: string; tone: Direction }>;

export type RatingView = Readonly<{ letter: BragLetter; word: string; tone: string; published: boolean }>;

export type RowView = Readonly<{
  id: string;
  publishedRow: number;
  planRefs: string;
  measure: string;
  breakdown: string | null;
  /** The line above is of the same measure, or under the same plan reference: not said twice to the eye. */
  sameMeasure: boolean;
  samePlanRefs: boolean;
  sparkline: Sparkline | null;
  /** Words in place of figures; `null` where there are figures. */
  availability: string | null;
  previous: FigureView | null;
  latest: FigureView | null;
  change: ChangeView | null;
  baseline: FigureView | null;
  target: Readonly<{ text: string; word: 'met' | 'missed' | null }> | null;
  rating: RatingView | null;
  marks: readonly string[];
  attention: readonly Attention[];
  working: readonly Readonly<{ about: string; sentence: string }>[];
  differences: readonly Readonly<{ about: string; published: string; computed: string; why: string }>[];
  lastCorrection: string | null;
  source: string | null;
}>;

const NO_REASON = 'No figure has been given yet';

const GLYPH = { up: '▲', down: '▼', none: '=' } as const;
const DIRECTION_IN_WORDS = { better: 'better', worse: 'worse', same: 'no change', neutral: 'neutral' } as const;
const RATING_TONE = { B: 'blue', R: 'red', A: 'orange', G: 'green' } as const;
const WORKING = { change: 'Change', direction: 'Direction', rating: 'Rating', target: 'Target' } as const;

export const figureView = (text: string | null, period: string | null = null): FigureView | null => {
  if (text === null) return null;
  const [, whole = text, rest = '', unit = ''] = /^([-−]?\d+)([.\d]*%?)(.*)$/s.exec(text) ?? [];
  return { whole, rest, unit, period: period && shortMonth(period) };
};

const changeView = ({ text, change, direction }: DashboardRow): ChangeView | null => {
  if (text.change === null || change === null || direction === null) return null;
  const glyph = GLYPH[arrowOf(change > 0 ? '1' : change < 0 ? '-1' : '0')];
  return { glyph, text: text.change, word: DIRECTION_IN_WORDS[direction], tone: direction };
};

export const ratingView = ({
  rating,
  ratingBasis,
}: Pick<DashboardRow, 'rating' | 'ratingBasis'>): RatingView | null => {
  const word = rating && bragOfLetter(rating);
  if (!word) return null;
  return { letter: rating, word, tone: RATING_TONE[rating], published: ratingBasis === 'published' };
};

const figureOfNumber = (value: number | null | undefined): string | null => (value == null ? null : String(value));

const sparklineOf = (row: DashboardRow): Sparkline | null =>
  sparkline({
    series: row.series,
    unit: row.unit,
    target: row.target && {
      text: row.target.text,
      low: figureOfNumber(row.target.low),
      high: figureOfNumber(row.target.high),
    },
    judgement: figureOfNumber(row.baseline?.value),
  });

const correctionInWords = ({ lastCorrection }: DashboardRow): string | null =>
  lastCorrection && `${momentInWords(lastCorrection.at)}, by ${lastCorrection.by}: ${lastCorrection.why}`;

/** One line of the table. `above` is the line before it in the same section. */
export const rowView = (row: DashboardRow, period: string, above: DashboardRow | undefined): RowView => {
  const attention = marksOf([row]);
  const { previous, latest, working } = row;
  const planRefs = row.planRefs.join(', ');
  return {
    id: row.id,
    publishedRow: row.publishedRow,
    planRefs,
    measure: row.measure,
    breakdown: row.breakdown,
    sameMeasure: above?.measure === row.measure,
    samePlanRefs: above?.planRefs.join(', ') === planRefs,
    sparkline: sparklineOf(row),
    availability: latest === null && previous === null ? (row.availability ?? NO_REASON) : null,
    previous: figureView(
      row.text.previous,
      previous && previous.period !== addMonths(period, -1) ? previous.period : null,
    ),
    latest: figureView(row.text.latest, latest && latest.period !== period ? latest.period : null),
    change: changeView(row),
    baseline: figureView(row.text.baseline),
    target: row.target && { text: row.target.text, word: row.againstTarget },
    rating: ratingView(row),
    marks: markWords(attention),
    attention,
    working: (['change', 'direction', 'rating', 'target'] as const).flatMap((about) => {
      const sentence = working[about];
      return sentence ? [{ about: WORKING[about], sentence }] : [];
    }),
    differences: row.differences.map(({ field, ...difference }) => ({ about: FIELD_IN_WORDS[field], ...difference })),
    lastCorrection: correctionInWords(row),
    source: row.source && sourceInWords(row.source),
  };
};
