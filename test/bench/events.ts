import type { Metadata } from '../../src/event-store/event-store.port.js';
import { newId } from '../../src/kernel/identifiers.js';
import { ProgressNoted } from '../../src/plan/action/events.js';

export const EVENT_BYTES = 500;
export const EVENTS_A_STREAM = 20;
export const TYPE = ProgressNoted.type;

/** The same for everybody: 500 bytes of data as JSON, and Daybook's metadata beside it. */
export type BenchEvent = Readonly<{
  id: string;
  data: Readonly<{ actionId: string; note: string; asAt: string }>;
  metadata: Metadata;
}>;

const SENTENCE = 'Two more visiting officers have started, and the duty team has agreed who covers the weekends. ';
const asAt = '2018-01-16';
const room = EVENT_BYTES - JSON.stringify({ actionId: newId(), note: '', asAt }).length;
export const NOTE = SENTENCE.repeat(Math.ceil(room / SENTENCE.length)).slice(0, room);

/** `stream` is the id of the action that the events are about. */
export const makeEvents = (stream: string, count: number): BenchEvent[] => {
  const recordedAt = new Date().toISOString();
  const correlationId = newId();
  return Array.from({ length: count }, () => ({
    id: newId(),
    data: { actionId: stream, note: NOTE, asAt },
    metadata: {
      recordedAt,
      actor: { userId: 'operational-lead', role: 'lead' },
      correlationId,
      causationId: null,
      source: 'api',
      schemaVersion: ProgressNoted.version,
    },
  }));
};
