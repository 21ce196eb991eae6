import type { StoredEvent } from '../event-store/event-store.port.js';
import { readEvent, type AnyEventType, type DomainEvent } from '../kernel/event-type.js';
import { measureEvents } from '../measures/measure/events.js';
import { publishedDashboardEvents } from '../measures/published-dashboard/events.js';

/** Everything that a row of a file can make happen. */
const declared: ReadonlyMap<string, AnyEventType> = new Map(
  [...measureEvents, ...publishedDashboardEvents].map((event) => [event.type as string, event]),
);

const declarationOf = (type: string): AnyEventType => {
  const found = declared.get(type);
  if (!found) throw new Error(`An importer does not record ${type}`);
  return found;
};

/** A fact as the audit trail tells it. */
export const wordsOf = ({ type, data }: DomainEvent): string => declarationOf(type).words(data);

export const wordsOfStored = ({ type, data, metadata }: StoredEvent): string =>
  wordsOf(readEvent(declarationOf(type), metadata.schemaVersion, data));
