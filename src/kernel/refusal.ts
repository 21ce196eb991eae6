/** One sentence for one input: what to do, beside the field it belongs to (`''` for the whole form). */
export type FieldError = Readonly<{ field: string; sentence: string; code: string }>;

/** The domain said no. `field` puts the sentence beside the right input; `code` is for tests and logs. */
export class Refusal extends Error {
  override readonly name: string = 'Refusal';

  constructor(
    readonly code: string,
    sentence: string,
    readonly field = '',
  ) {
    super(sentence);
  }

  get errors(): readonly FieldError[] {
    return [{ field: this.field, sentence: this.message, code: this.code }];
  }
}

/** A sentence beside a field has no full stop; among others it needs one. */
const inOneText = (sentences: readonly string[]): string =>
  sentences.length === 1
    ? sentences[0]!
    : sentences.map((sentence) => (sentence.endsWith('.') ? sentence : `${sentence}.`)).join(' ');

/** Several inputs are wrong at once; nothing was decided. */
export class InvalidInput extends Refusal {
  override readonly name = 'InvalidInput';

  constructor(private readonly all: readonly FieldError[]) {
    super('invalid-input', inOneText(all.map(({ sentence }) => sentence)), all[0]?.field);
  }

  override get errors(): readonly FieldError[] {
    return this.all;
  }
}

/** The thing asked for is not there (404). */
export class NotFound extends Refusal {
  override readonly name = 'NotFound';
}
