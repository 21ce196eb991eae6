import { validate as isUuid } from 'uuid';
import { EventIdReusedError, type NewEvent } from './event-store.port.js';

/**
 * What no log takes, whichever keeps it: names that begin with `$` belong to EventStoreDB itself, ids must be
 * UUIDs, and an event that is in its own batch twice could never be told from a retry.
 * @throws Error, EventIdReusedError
 */
export const checkBatch = (stream: string, events: readonly NewEvent[]): void => {
  if (events.length === 0) throw new Error(`Nothing to append to ${stream}: give at least one event`);
  const names = [stream, ...events.map(({ type }) => type)];
  const wrong = names.find((name) => name === '' || name.startsWith('$') || name.includes('\0'));
  if (wrong !== undefined) throw new Error(`"${wrong}" cannot name a stream or an event`);
  const noId = events.find(({ id }) => !isUuid(id));
  if (noId) throw new Error(`"${noId.id}" cannot be the id of an event: it must be a UUID`);
  if (new Set(events.map(({ id }) => id)).size < events.length)
    throw new EventIdReusedError(`An event id stands twice in one batch for ${stream}`);
};
