import { readEvent, type AnyEventType, type DomainEvent } from '../kernel/event-type.js';
import type { StoredEvent } from './event-store.port.js';

/** This software cannot read an event, and so nothing that rests on it can be shown or decided. */
export class UnreadableEvent extends Error {
  override readonly name = 'UnreadableEvent';

  constructor({ type, position }: StoredEvent, cause: unknown) {
    super(`${type} at event ${position} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}

/** @throws UnreadableEvent */
export const readStored = (declared: AnyEventType | undefined, stored: StoredEvent): DomainEvent => {
  try {
    if (!declared) throw new Error('this software does not know events of that name. Start the newer version.');
    return readEvent(declared, stored.metadata.schemaVersion, stored.data);
  } catch (error) {
    throw new UnreadableEvent(stored, error);
  }
};
