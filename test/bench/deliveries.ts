export type Delivered = Readonly<{ written: number; missed: number; doubled: number }>;

/** What a follower was given, held against what was acknowledged to the writers. */
export class Deliveries {
  total = 0;
  /** When the last one came, by the process's own clock. */
  lastAt = 0;
  private readonly times = new Map<string, number>();
  private readonly written = new Set<string>();

  wrote(key: string): void {
    this.written.add(key);
  }

  heard(key: string): void {
    this.total += 1;
    this.lastAt = performance.now();
    this.times.set(key, (this.times.get(key) ?? 0) + 1);
  }

  get complete(): boolean {
    return this.times.size >= this.written.size;
  }

  counted(): Delivered {
    const missed = [...this.written].filter((key) => !this.times.has(key)).length;
    return { written: this.written.size, missed, doubled: this.total - this.times.size };
  }
}
