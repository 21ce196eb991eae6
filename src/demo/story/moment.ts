import type { RecordedCommand, Sender } from '../../event-store/command/command.js';
import { newId } from '../../kernel/identifiers.js';
import { instantFromLondon, lastDayOfMonth, plainDate } from '../../kernel/plain-date.js';
import type { Role } from '../../kernel/role.js';

/** What was told to Daybook at one moment of the simulated past. Commands of one lane follow each other. */
export type Moment = Readonly<{ at: string; lanes: readonly (readonly RecordedCommand[])[] }>;

export const london = (day: string, time: string): string => instantFromLondon(`${day}T${time}`);

/** As a person of the sample authority; each role has one, who is called like it. */
export const demoSender = (role: Role, idempotencyKey?: string): Sender => ({
  actor: { userId: role, role },
  source: 'demo',
  correlationId: newId(),
  ...(idempotencyKey ? { idempotencyKey } : {}),
});

/** The first moment at which a fact of this date is all past: a month is, in the evening of its last day. */
export const momentAfter = (date: string): string =>
  plainDate.isDay(date) ? london(date, '09:00') : london(lastDayOfMonth(date), '17:00');
