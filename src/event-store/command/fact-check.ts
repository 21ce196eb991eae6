import type { DomainEvent } from '../../kernel/event-type.js';

/**
 * What no stream can know by itself, such as whether a person is still here. Asked when there is something new to record,
 * right before it is, in a rehearsal too: whatever was recorded before stays so, whoever has left since.
 */
export abstract class FactCheck<E extends DomainEvent = DomainEvent> {
  /** @throws Refusal */
  abstract check(facts: readonly E[]): Promise<void>;
}

/** Most streams know all they need. */
export class NothingToCheck extends FactCheck {
  async check(): Promise<void> {}
}
