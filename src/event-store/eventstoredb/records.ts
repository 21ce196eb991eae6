import {
  ANY,
  eventTypeFilter,
  jsonEvent,
  NO_STREAM,
  START,
  STREAM_EXISTS,
  type AllStreamResolvedEvent,
  type AppendExpectedRevision,
  type Filter,
  type FilterBase,
  type Position as Place,
  type ResolvedEvent,
} from '@eventstore/db-client';
import type { Expected, Metadata, NewEvent, Position, StoredEvent } from '../event-store.port.js';

export const toRecord = ({ id, type, data, metadata }: NewEvent) =>
  jsonEvent({ id, type, data: { ...data }, metadata: { ...metadata } });

/** An event of ours; `null` for what the server writes for itself, whose types begin with `$`. */
export const fromRecord = ({ event }: ResolvedEvent | AllStreamResolvedEvent): StoredEvent | null => {
  if (!event?.position || event.type.startsWith('$')) return null;
  const { id, type, streamId, revision, position } = event;
  return {
    id,
    type,
    data: event.data as NewEvent['data'],
    metadata: event.metadata as unknown as Metadata,
    stream: streamId,
    revision: Number(revision),
    position: position.commit,
  };
};

/** An event written over gRPC commits itself: both halves of its place in `$all` are the same number. */
export const placeOf = (position: Position): Place | typeof START =>
  position === 0n ? START : { commit: position, prepare: position };

export const expectedRevision = (expected: Expected): AppendExpectedRevision => {
  switch (expected) {
    case 'none':
      return NO_STREAM;
    case 'exists':
      return STREAM_EXISTS;
    case 'any':
      return ANY;
    default:
      return BigInt(expected);
  }
};

const literally = (type: string): string => type.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Filtered by the server: only these types, or everything that is not the server's own. */
export const filterOf = (types: readonly string[] | undefined, options: Partial<FilterBase>): Filter =>
  eventTypeFilter({ regex: types ? `^(?:${types.map(literally).join('|')})$` : '^[^$]', ...options });
