import type { StoredEvent } from './event-store.port.js';

/** Somebody changed the thing while a person was filling in a form about it (409). Nothing was recorded. */
export class EditConflict extends Error {
  override readonly name = 'EditConflict';

  constructor(
    readonly stream: string,
    /** What happened meanwhile, oldest first. */
    readonly since: readonly StoredEvent[],
  ) {
    super('Somebody else changed this while you were working on it.');
  }
}
