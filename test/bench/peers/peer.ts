import type { BenchEvent } from '../events.js';

/** Called for each event that a follower is given. */
export type Heard = (stream: string, revision: number) => void;

/** One event store at work on a database of its own. What it does not offer is left out. */
export type Contender = Readonly<{
  /** All or nothing, and only when the stream holds exactly `revision` events. */
  append: (stream: string, revision: number, events: readonly BenchEvent[]) => Promise<void>;
  /** Everything in the order of the log. @returns how many events there were */
  readAll?: () => Promise<number>;
  /** Catch up, then live, until the signal aborts. */
  follow?: (signal: AbortSignal, heard: Heard) => Promise<void>;
  /** One row an event, by its own way of building a read model anew. @returns how many rows there are */
  rebuild?: () => Promise<number>;
  close: () => Promise<void>;
}>;

export type Peer = Readonly<{
  name: string;
  /** As it goes into the report: which release, and what was chosen where there was a choice. */
  settings: string;
  /** It has a way to keep read models beside the log. */
  readModels: boolean;
  open: (databaseUrl: string, writers: number) => Promise<Contender>;
}>;
