import type { Correction, MeasureSeriesRow } from '../../../projections/measure-series/row.js';
import { grouped } from '../../kernel/grouped.js';
import { figureInWords, type Unit } from '../../kernel/figure.js';
import { inWords, momentInWords } from '../../kernel/plain-date.js';
import { roleInWords, sourceInWords } from '../shell/who-and-where.js';

/** Who said something, when, and from where. `role` is `null` where it only repeats the name. */
export type Said = Readonly<{
  who: string;
  role: string | null;
  when: string;
  recordedAt: string;
  source: string;
  eventId: string;
}>;

export type FigureLine = Readonly<{
  period: string;
  ordinal: number;
  month: string;
  text: string;
  /** `1 of 2` where the month has more than one figure. */
  place: string | null;
  said: Said;
  /** Oldest first. */
  corrections: readonly Readonly<{ was: string; became: string; why: string; said: Said }>[];
}>;

/** A month for which two or more figures stand, in the order they came. */
export type Contradiction = Readonly<{
  month: string;
  figures: readonly Readonly<{ text: string; said: Said; why: string | null }>[];
}>;

type Told = Readonly<{ by: string; role: MeasureSeriesRow['role']; at: string; source: string; eventId: string }>;

const saidBy = ({ by, role, at, source, eventId }: Told): Said => ({
  who: by,
  role: roleInWords(role) === by ? null : roleInWords(role),
  when: momentInWords(at),
  recordedAt: at,
  source: sourceInWords(source),
  eventId,
});

const saidOf = ({ recordedBy, recordedAt, ...figure }: MeasureSeriesRow): Said =>
  saidBy({ ...figure, by: recordedBy, at: recordedAt });

const correctionOf = (correction: Correction, unit: Unit): FigureLine['corrections'][number] => ({
  was: figureInWords(correction.was, unit),
  became: figureInWords(correction.value, unit),
  why: correction.why,
  said: saidBy(correction),
});

const monthsOf = (figures: readonly MeasureSeriesRow[]) => grouped(figures, ({ period }) => period);

/** Newest month first; within a month in the order the figures came. */
export const figureLines = (figures: readonly MeasureSeriesRow[], unit: Unit): FigureLine[] =>
  [...monthsOf(figures).values()].reverse().flatMap((month) =>
    month.map((figure, i) => ({
      period: figure.period,
      ordinal: figure.ordinal,
      month: inWords(figure.period),
      text: figureInWords(figure.value, unit),
      place: month.length > 1 ? `${i + 1} of ${month.length}` : null,
      said: saidOf(figure),
      corrections: figure.corrections.map((correction) => correctionOf(correction, unit)),
    })),
  );

export const contradictions = (figures: readonly MeasureSeriesRow[], unit: Unit): Contradiction[] =>
  [...monthsOf(figures)]
    .filter(([, month]) => month.length > 1)
    .map(([period, month]) => ({
      month: inWords(period),
      figures: month.map((figure) => ({
        text: figureInWords(figure.value, unit),
        said: saidOf(figure),
        why: figure.contradicts?.why ?? null,
      })),
    }))
    .reverse();
