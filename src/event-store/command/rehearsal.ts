import type { DomainEvent } from '../../kernel/event-type.js';

/** A play without an audience: commands are decided as if those before them had been recorded, and nothing is written. */
export class Rehearsal {
  private readonly states = new Map<string, unknown>();
  /** What would have been recorded so far, in order. */
  readonly facts: DomainEvent[] = [];

  /** The state of a stream as rehearsed so far; loaded when it comes up for the first time. */
  async stateOf<State>(stream: string, load: () => Promise<State>): Promise<State> {
    if (!this.states.has(stream)) this.states.set(stream, await load());
    return this.states.get(stream) as State;
  }

  take<State>(stream: string, state: State, facts: readonly DomainEvent[]): void {
    this.states.set(stream, state);
    this.facts.push(...facts);
  }
}
