import type { StreamingRead } from '@eventstore/db-client';

/**
 * Reads until the reader has enough. A call that is left half read stays open for as long as the client lives, and
 * keeps it from being disposed of: so it is cancelled, and what is still on its way is let run out.
 */
export async function* read<Event>(call: StreamingRead<Event>): AsyncGenerator<Event> {
  // The client tells of a failure by an event, also when nobody reads any more: then it must not end the process.
  call.on('error', () => undefined);
  try {
    for await (const event of call.iterator({ destroyOnReturn: false })) yield event as Event;
  } finally {
    call.resume();
    await call.cancel().catch(() => undefined);
  }
}
