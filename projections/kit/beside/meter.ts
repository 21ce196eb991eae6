import type { Built } from './build.js';

/** Somewhere to say how far it has come: a terminal, or a file that keeps every line. */
export type Screen = Readonly<{ isTTY?: boolean; write: (text: string) => unknown }>;

const WIDTH = 30;
const REDRAW_MS = 100;
const EVERY_PERCENT = 10;

const duration = (seconds: number): string => {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  return seconds < 3_600 ? `${Math.ceil(seconds / 60)} min` : `${(seconds / 3_600).toFixed(1)} h`;
};

/**
 * Shows progress through the log: a bar that is drawn over on a terminal, otherwise a line every ten per cent. Shares
 * are shares of the positions, which not every log counts one by one; speed is in events. `now` is in milliseconds.
 */
export class Meter {
  private began: { at: number; position: number } | null = null;
  private drawn = -Infinity;
  private taken = 0;
  private said = 0;

  constructor(
    private readonly name: string,
    private readonly screen: Screen,
    private readonly now: () => number = () => performance.now(),
  ) {}

  show({ position, of, events }: Built): void {
    const at = this.now();
    this.taken += events;
    this.began ??= { at, position: Number(position) };
    const percent = of === 0n ? 100 : Math.min(100, Number((position * 100n) / of));
    const line = `${this.name}  ${percent} %, at event ${position}, the last is ${of}${this.left(position, of, at)}`;
    if (this.screen.isTTY) this.draw(line, percent, at);
    else this.say(line, percent);
  }

  /** Leaves the line for whatever is printed next. */
  end(): void {
    if (this.screen.isTTY && this.drawn > -Infinity) this.screen.write('\r\x1b[K');
  }

  private left(position: bigint, of: bigint, at: number): string {
    const [done, seconds] = [Number(position) - this.began!.position, (at - this.began!.at) / 1_000];
    if (done <= 0 || seconds <= 0 || position >= of) return '';
    const rate = Math.round(this.taken / seconds).toLocaleString('en-GB');
    return `, ${rate} events a second, about ${duration((Number(of - position) / done) * seconds)} left`;
  }

  private draw(line: string, percent: number, at: number): void {
    if (at - this.drawn < REDRAW_MS && percent < 100) return;
    this.drawn = at;
    const filled = Math.round((percent / 100) * WIDTH);
    this.screen.write(`\r\x1b[K${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${line}`);
  }

  private say(line: string, percent: number): void {
    if (percent < this.said + EVERY_PERCENT && !(percent === 100 && this.said < 100)) return;
    this.said = percent - (percent % EVERY_PERCENT);
    this.screen.write(`${line}\n`);
  }
}
