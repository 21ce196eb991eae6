/** The log cannot be reached or written now. The message says what somebody can do about it. */
export class LogUnavailable extends Error {
  override readonly name = 'LogUnavailable';

  constructor(sentence: string, cause?: unknown) {
    super(sentence, { cause });
  }
}
