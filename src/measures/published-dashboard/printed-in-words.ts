import { inWords } from '../../kernel/plain-date.js';
import type { PrintedRow } from '../../kernel/printed-row.js';

type Cells = Readonly<Record<string, string | null>>;

const figure = (printed: PrintedRow['latest']): string | null =>
  printed && `${printed.value} in ${inWords(printed.period)}`;

const cellsOf = ({ previous, latest, change, baseline, target, ...rest }: PrintedRow): Cells => ({
  previous: figure(previous),
  latest: figure(latest),
  change: change && (change.text ?? change.value),
  'arrow of the change': change && change.direction,
  'position at the judgement': baseline && (baseline.text ?? baseline.value),
  'arrow since the judgement': baseline && baseline.direction,
  target: target && target.text,
  rating: rest.rating,
  availability: rest.availability,
});

/** The cells of a printed row that another reading of it would change, as they stand: `rating R, target none`. */
export const standingInWords = (standing: PrintedRow, other: PrintedRow): string => {
  const others = cellsOf(other);
  const differing = Object.entries(cellsOf(standing)).filter(([name, words]) => words !== others[name]);
  return differing.map(([name, words]) => `${name} ${words ?? 'none'}`).join(', ');
};
