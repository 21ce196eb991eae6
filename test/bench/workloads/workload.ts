import type { Results } from '../results.js';
import type { Server } from '../server.js';
import type { Sizes } from '../sizes.js';

export type Bench = Readonly<{
  server: Server;
  sizes: Sizes;
  /** Node options with which the product's own programs are started; see `programs.ts`. */
  built: boolean;
  say: (line: string) => void;
}>;

/** One or more of the names that stand in the report. */
export type Workload = Readonly<{ names: string; run: (bench: Bench) => Promise<Results> }>;
