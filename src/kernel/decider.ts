import type { Role } from './role.js';

export type Actor = Readonly<{ userId: string; role: Role | 'system' }>;

/** What a decider may know besides state and command: who acts, and the moment, in UTC. */
export type Meta = Readonly<{ now: string; actor: Actor }>;

/** Pure: no clock, no chance, no I/O. "Already so" is `[]`; "not allowed" throws a `Refusal`. */
export type Decider<State, Command, Event> = Readonly<{
  initial: State;
  evolve: (state: State, event: Event) => State;
  decide: (command: Command, state: State, meta: Meta) => readonly Event[];
}>;
