const MOST_KEPT = 100;

/** What was found, in words; the first hundred, and how many there were. */
export class Findings {
  readonly sentences: string[] = [];
  count = 0;

  constructor(private readonly say: (sentence: string) => void = () => undefined) {}

  add(sentence: string): void {
    this.count += 1;
    if (this.sentences.length >= MOST_KEPT) return;
    this.sentences.push(sentence);
    this.say(sentence);
  }
}
