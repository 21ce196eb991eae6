import {
  BACKWARDS,
  END,
  type AllStreamResolvedEvent,
  type EventStoreDBClient,
  type ReadPosition,
} from '@eventstore/db-client';
import type { Counted, Position, ReadAll, StoredEvent } from '../event-store.port.js';
import { read } from './read.js';
import { fromRecord, placeOf } from './records.js';

// Pages are read to their ends: a server takes a client that breaks off many calls for an attacker.
const PAGE = 500;

const positionOf = (resolved: AllStreamResolvedEvent | undefined): Position => resolved?.event?.position?.commit ?? 0n;

/** Everything after a position that is not the server's own. The client cannot filter a read, so types are picked here. */
export async function* readAll(
  client: EventStoreDBClient,
  after: Position,
  { limit = Infinity, types }: ReadAll,
): AsyncGenerator<StoredEvent> {
  const wanted = (event: StoredEvent | null) => event !== null && (!types || types.includes(event.type));
  let left = limit;
  let at = after;
  // How many events at one and the same position a page must get past: the server's own may share theirs.
  let sharing = 1;
  for (let full = true; full && left > 0;) {
    // Where types are picked, a page as small as the limit might hold none of them.
    const enough = types ? PAGE : Math.min(left, PAGE);
    // A read, unlike a subscription, begins with the event at the position that it is given.
    const maxCount = enough + (at > 0n ? sharing : sharing - 1);
    const before = at;
    let count = 0;
    for await (const resolved of read(client.readAll({ fromPosition: placeOf(at), maxCount }))) {
      count += 1;
      if (at > 0n && positionOf(resolved) <= at) continue;
      at = positionOf(resolved);
      const event = fromRecord(resolved);
      if (left === 0 || !wanted(event)) continue;
      left -= 1;
      yield event!;
    }
    full = count === maxCount;
    sharing = at === before ? sharing * 2 : 1;
  }
}

/** The server counts nothing, so events are read to be counted: one more than `most` tells that there are more. */
export const countAfter = async (client: EventStoreDBClient, after: Position, most: number): Promise<Counted> => {
  let found = 0;
  for await (const _event of readAll(client, after, { limit: most + 1 })) found += 1;
  return { events: Math.min(found, most), more: found > most };
};

/** Finds the last event that is not the server's own: from the end, as far back as was looked at before. */
export class Head {
  private seen: Readonly<{ head: Position; upTo: Position }> = { head: 0n, upTo: 0n };

  constructor(private readonly client: EventStoreDBClient) {}

  async find(): Promise<Position> {
    const before = this.seen;
    let newest: Position | null = null;
    let fromPosition: ReadPosition = END;
    for (let maxCount = 1; ; maxCount = PAGE) {
      const page: AllStreamResolvedEvent[] = [];
      const call = this.client.readAll({ direction: BACKWARDS, fromPosition, maxCount });
      for await (const resolved of read(call)) page.push(resolved);
      newest ??= positionOf(page[0]);
      const last = page.map(fromRecord).find((event) => event !== null);
      const oldest = positionOf(page.at(-1));
      if (last || page.length < maxCount || oldest <= before.upTo)
        return this.remember(last?.position, before.head, newest);
      fromPosition = placeOf(oldest);
    }
  }

  private remember(found: Position | undefined, before: Position, upTo: Position): Position {
    const head = found !== undefined && found > before ? found : before;
    if (upTo > this.seen.upTo) this.seen = { head, upTo };
    return head;
  }
}
