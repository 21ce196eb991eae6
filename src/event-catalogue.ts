import type { StoredEvent } from './event-store/event-store.port.js';
import { readStored } from './event-store/read-stored.js';
import { daybookEvents } from './governance/daybook/events.js';
import { accountEvents } from './identity/account/events.js';
import { importedFileEvents } from './importers/imported-file/events.js';
import type { AnyEventType, DomainEvent } from './kernel/event-type.js';
import { measureEvents } from './measures/measure/events.js';
import { publishedDashboardEvents } from './measures/published-dashboard/events.js';
import { actionEvents } from './plan/action/events.js';
import { planEvents } from './plan/plan/events.js';

/** Every declared event of the house. `event-catalogue.md` is generated from it. */
const all: readonly AnyEventType[] = [
  ...daybookEvents,
  ...accountEvents,
  ...planEvents,
  ...actionEvents,
  ...measureEvents,
  ...publishedDashboardEvents,
  ...importedFileEvents,
];

/** By name. @throws Error when two declarations share one. */
export const catalogueOf = (events: readonly AnyEventType[]): ReadonlyMap<string, AnyEventType> => {
  const twice = events.find(({ type }, i) => events.findIndex((event) => event.type === type) !== i);
  if (twice) throw new Error(`Two events are called ${twice.type}. Give one of them another name.`);
  return new Map(events.map((event) => [event.type, event]));
};

export const eventCatalogue = catalogueOf(all);

/** A stored event in today's shape, with its declaration. @throws UnreadableEvent */
export const declaredEvent = (stored: StoredEvent): { declared: AnyEventType; event: DomainEvent } => {
  const declared = eventCatalogue.get(stored.type);
  const event = readStored(declared, stored);
  return { declared: declared!, event };
};
