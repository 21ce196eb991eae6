import type { Version } from './fold.js';

const MOST = 5_000;

/**
 * The open version of each row used lately, so that a row is read from its table once, not once a batch.
 * A key that is known to have no open row is held as `null`. Only whoever holds the projection's lock may keep one.
 */
export class OpenRows<Row> {
  private readonly rows = new Map<string, Version<Row> | null>();
  private inFlight = 0;

  /** `complete`: the table was empty, so a key that is not held has no row, until something had to be let go. */
  constructor(private complete: boolean) {}

  /** The keys that have to be looked up. */
  unknown(keys: Iterable<string>): string[] {
    return this.complete ? [] : [...keys].filter((key) => !this.rows.has(key));
  }

  get(key: string): Version<Row> | null {
    return this.rows.get(key) ?? null;
  }

  /** As they stand once the batch that is about to be written is stored. */
  keep(keys: ReadonlySet<string>, versions: ReadonlyMap<string, Version<Row>>): void {
    for (const key of keys) {
      const open = versions.get(key);
      this.rows.delete(key);
      this.rows.set(key, open ? { ...open, stored: true } : null);
    }
    this.inFlight = keys.size;
  }

  /** Lets the longest unused go; never those of the batch on its way, which the table does not show yet. */
  trim(): void {
    const most = Math.max(MOST, this.inFlight);
    if (this.rows.size <= most) return;
    this.complete = false;
    for (const key of this.rows.keys()) {
      if (this.rows.size <= most) return;
      this.rows.delete(key);
    }
  }
}
