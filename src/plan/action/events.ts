import type { EventOf } from '../../kernel/event-type.js';
import { completionEvents } from './completion/events.js';
import { dueDateEvents } from './due-date/events.js';
import { escalationEvents } from './escalation/events.js';
import { evidenceEvents } from './evidence/events.js';
import { particularsEvents } from './particulars/events.js';
import { ratingEvents } from './rating/events.js';
import { stepEvents } from './steps/events.js';

export * from './completion/events.js';
export * from './due-date/events.js';
export * from './escalation/events.js';
export * from './evidence/events.js';
export * from './particulars/events.js';
export * from './rating/events.js';
export * from './steps/events.js';

/** The whole life of an action, in seven chapters: one stream. */
export const actionEvents = [
  ...particularsEvents,
  ...ratingEvents,
  ...dueDateEvents,
  ...stepEvents,
  ...evidenceEvents,
  ...escalationEvents,
  ...completionEvents,
] as const;
export type ActionEvent = EventOf<(typeof actionEvents)[number]>;
