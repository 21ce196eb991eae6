import type { AnyEventType, DomainEvent, EventOf } from '../../src/kernel/event-type.js';
import type { StoredEvent } from '../../src/event-store/event-store.port.js';
import type { VersionedTable } from './versioned-table.js';

/** What the log knows about an event besides its data. */
export type Recorded = Readonly<
  Pick<StoredEvent, 'id' | 'stream' | 'revision' | 'position' | 'type'> & StoredEvent['metadata']
>;

type Key = string | readonly string[];

/** `change` is pure: the row before → the row after. `null` ends it; the same row back means nothing changed. */
export type When<Row> = Readonly<{
  event: AnyEventType;
  key: (data: DomainEvent['data'], recorded: Recorded) => Key;
  change: (row: Row | undefined, data: DomainEvent['data'], recorded: Recorded) => Row | null;
}>;

/** `when(ActionRated, (data) => data.actionId, (row, data) => …)`: the subscription, the row and the change in one line. */
export const when = <E extends AnyEventType, Row>(
  event: E,
  key: (data: EventOf<E>['data'], recorded: Recorded) => Key,
  change: (row: Row | undefined, data: EventOf<E>['data'], recorded: Recorded) => Row | null,
): When<Row> => ({ event, key, change });

/** The same change for each of many events, such as the whole catalogue. */
export const whenEach = <Row>(
  events: Iterable<AnyEventType>,
  key: (data: DomainEvent['data'], recorded: Recorded, event: AnyEventType) => Key,
  change: (row: Row | undefined, data: DomainEvent['data'], recorded: Recorded, event: AnyEventType) => Row | null,
): When<Row>[] =>
  [...events].map((event) => ({
    event,
    key: (data, recorded) => key(data, recorded, event),
    change: (row, data, recorded) => change(row, data, recorded, event),
  }));

/** What is asked of the log itself: hears each event, declared or not, and never reads its data. */
export type Each<Row> = Readonly<{
  key: (recorded: Recorded) => Key;
  change: (row: Row | undefined, recorded: Recorded) => Row | null;
}>;

/** One question, one table, one bookmark. */
export type Projection<Row> = Readonly<{
  name: string;
  /** The question, in words. */
  answers: string;
  table: VersionedTable<Row>;
  whens: readonly When<Row>[];
  each?: Each<Row>;
  /** It leaves no event out: one that nobody declared stops it, where the others pass it by. */
  hears?: 'every event';
  /** Its key is the event's own id: no row is ever touched twice, so none is looked up. */
  grows?: 'one row an event';
}>;

export const defineProjection = <Row>(projection: Projection<Row>): Projection<Row> => projection;

/** Any projection, where its row does not matter. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- rows are both read and written by `change`
export type AnyProjection = Projection<any>;
