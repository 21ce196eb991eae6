import { Figure } from '../../kernel/figure.js';
import { plainDate } from '../../kernel/plain-date.js';
import type { Fault } from '../faulty-file.js';

const LONGEST_QUOTE = 40;
const quoted = (text: string): string => `"${text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text}"`;

/** One row, cell by cell. What is wrong with a cell is kept as a fault, and the cell reads as empty. */
export class Cells {
  readonly faults: Fault[] = [];

  constructor(
    readonly row: number,
    private readonly values: ReadonlyMap<string, string>,
  ) {}

  /** The words as they stand, trimmed; formulas and markup are words like any other. `null` = empty. */
  text(column: string, longest = 200): string | null {
    const text = this.values.get(column)?.trim() ?? '';
    if (text.length <= longest) return text || null;
    return this.fault(column, `the text is longer than ${longest} characters. Shorten it.`);
  }

  needed(column: string): string {
    return this.text(column) ?? this.fault(column, 'the cell is empty. Fill it in.') ?? '';
  }

  figure(column: string): string | null {
    return this.read(
      column,
      (text) => Figure.safeParse(text).success,
      'is not a number. Write it like 57.2, without a unit.',
    );
  }

  month(column: string): string | null {
    return this.read(column, plainDate.isMonth, 'is not a month. Write it like 2017-11.');
  }

  whole(column: string): number {
    const text = this.needed(column);
    if (text === '' || /^[1-9]\d{0,3}$/.test(text)) return Number(text);
    this.fault(column, `${quoted(text)} is not a whole number from 1 to 9999.`);
    return 0;
  }

  oneOf<const Value extends string>(column: string, values: readonly Value[]): Value | null {
    const known = (text: string): text is Value => values.some((value) => value === text);
    const text = this.read(column, known, `is not one of ${values.join(', ')}.`);
    return text !== null && known(text) ? text : null;
  }

  /** @returns null, so that a reader can hand it on as an empty cell. */
  fault(column: string, problem: string): null {
    const printed = this.values.get('published_row')?.trim();
    const place =
      printed && column !== 'published_row' ? `Row ${this.row} (published_row ${printed})` : `Row ${this.row}`;
    this.faults.push({ row: this.row, column, sentence: `${place}, ${column}: ${problem}` });
    return null;
  }

  private read(column: string, fits: (text: string) => boolean, problem: string): string | null {
    const text = this.text(column);
    if (text === null || fits(text)) return text;
    return this.fault(column, `${quoted(text)} ${problem}`);
  }
}
