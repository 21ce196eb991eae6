import { Refusal, type FieldError } from '../kernel/refusal.js';

/** One thing to put right. `row` counts the heading as row 1, as a spreadsheet shows it; `null` is the whole file. */
export type Fault = Readonly<{ row: number | null; column: string | null; sentence: string }>;

const MOST_LISTED = 50;

const fieldError = ({ column, sentence }: Fault): FieldError => ({
  field: column ?? 'file',
  sentence,
  code: 'file-fault',
});

/** The file cannot be imported as it is; nothing of it was recorded. */
export class FaultyFile extends Refusal {
  override readonly name = 'FaultyFile';
  readonly listed: readonly Fault[];
  /** How many more faults there are than those listed. */
  readonly further: number;

  constructor(
    private readonly faults: readonly Fault[],
    /** What is wrong beside the file, such as the day of publication. */
    private readonly beside: readonly FieldError[] = [],
  ) {
    const count = faults.length === 1 ? 'one fault' : `${faults.length} faults`;
    super(
      'faulty-file',
      `The file has ${count} and nothing was recorded. Put right what is listed, then send it again.`,
    );
    this.listed = faults.slice(0, MOST_LISTED);
    this.further = faults.length - this.listed.length;
  }

  with(beside: readonly FieldError[]): FaultyFile {
    return new FaultyFile(this.faults, [...this.beside, ...beside]);
  }

  override get errors(): readonly FieldError[] {
    const more: FieldError = { field: 'file', code: 'more-faults', sentence: `There are ${this.further} more faults.` };
    return [...this.beside, ...this.listed.map(fieldError), ...(this.further > 0 ? [more] : [])];
  }

  /** The errors of a form whose page lists the faults by themselves. */
  get formErrors(): readonly FieldError[] {
    return [...this.beside, { field: 'file', code: this.code, sentence: this.message }];
  }
}

/** @throws FaultyFile when there are any. */
export const mustBeFaultless = (faults: readonly Fault[]): void => {
  if (faults.length > 0) throw new FaultyFile(faults);
};

export const wholeFile = (sentence: string): FaultyFile => new FaultyFile([{ row: null, column: null, sentence }]);
