import type { EventStoreDBClient } from '@eventstore/db-client';
import type { CaughtUp, Position, StoredEvent } from '../event-store.port.js';
import { Inbox, type Item } from './inbox.js';
import { filterOf, fromRecord, placeOf } from './records.js';

type From = Readonly<{
  client: EventStoreDBClient;
  head: () => Promise<Position>;
  types?: readonly string[] | undefined;
  signal: AbortSignal;
}>;

/** How often the server reports how far it has looked, and how long a silence may be. */
type Pace = Readonly<{ maxSearchWindow: number; silence?: number }>;
/** Everything up to `at` has been looked at; `event` is the one that stands there, if it was asked for. */
type Step = Readonly<{ at: Position; event: StoredEvent | null; live: boolean; drained: () => boolean }>;

/** A server that neither reports its last stride nor says that it is live (before 23.10) falls silent instead. */
const IN_STRIDES: Pace = { maxSearchWindow: 500, silence: 1_000 };
const EVENT_BY_EVENT: Pace = { maxSearchWindow: 1 };

/**
 * Follows `$all` over one connection, for as long as that lasts. First in strides, up to where the log ended at the
 * start; then with a report for every event passed over, so that a follower of rare types knows at once that it has
 * missed nothing. Positions are always those of events, since only these may be given back to the server.
 */
export async function* follow(from: From, after: Position): AsyncGenerator<StoredEvent | CaughtUp> {
  const head = await from.head();
  let at = after;
  if (at < head) {
    for await (const step of look({ ...from, head: () => Promise.resolve(head) }, at, IN_STRIDES)) {
      at = step.at;
      if (step.event) yield step.event;
      if (step.live || at >= head) break;
    }
  }
  if (at >= head) yield { caughtUp: at };
  for await (const step of look(from, at, EVENT_BY_EVENT)) {
    at = step.at;
    if (step.event) yield step.event;
    if (step.drained()) yield { caughtUp: at };
  }
}

async function* look({ client, head, types, signal }: From, after: Position, pace: Pace): AsyncGenerator<Step> {
  const subscription = client.subscribeToAll({
    fromPosition: placeOf(after),
    filter: filterOf(types, {
      maxSearchWindow: pace.maxSearchWindow,
      checkpointInterval: 1,
      checkpointReached: (_subscription, place) => inbox.mark({ kind: 'looked', place }),
    }),
  });
  const inbox = new Inbox(subscription);
  const stop = () => inbox.end({});
  signal.addEventListener('abort', stop);
  try {
    for (let at = after; !signal.aborted;) {
      const item = await inbox.take(pace.silence);
      if (item.kind === 'ended') return;
      at = await passed(item, at, head);
      const event = item.kind === 'event' ? fromRecord(item.event) : null;
      yield { at, event, live: item.kind === 'live' || item.kind === 'quiet', drained: () => inbox.empty };
    }
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
    await subscription.unsubscribe().catch(() => undefined);
  }
}

const passed = async (item: Item, at: Position, head: () => Promise<Position>): Promise<Position> => {
  if (item.kind === 'event') return item.event.event?.position?.commit ?? at;
  if (item.kind !== 'looked' || item.place.commit <= at) return at;
  const { commit, prepare } = item.place;
  if (commit === prepare) return commit;
  // Between two events: all before `commit` have been looked at, and the last of them is the place to keep.
  const last = await head();
  return last < commit && last > at ? last : at;
};
