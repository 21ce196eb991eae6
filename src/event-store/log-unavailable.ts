/** The log cannot be reached or written now. The message says what somebody can do about it. */
export class LogUnavailable extends Error {
  override readonly name: string = 'LogUnavailable';

  constructor(sentence: string, cause?: unknown) {
    super(sentence, { cause });
  }
}

/** What is stored can no longer be read, and no waiting mends it. */
export class LogDamaged extends LogUnavailable {
  override readonly name = 'LogDamaged';
}
