import { z } from 'zod';
import { defineEvent, type EventOf } from '../../kernel/event-type.js';

export const MODES = ['demo', 'live'] as const;
export type Mode = (typeof MODES)[number];

export const DaybookOpened = defineEvent('DaybookOpened', {
  meaning: 'This log was opened, for a council, as a live log or as a demonstration with a simulated clock.',
  schema: z.object({ mode: z.enum(MODES), council: z.string().min(1) }),
  words: (d) => (d.mode === 'demo' ? `Opened a demonstration log for ${d.council}` : `Opened the log of ${d.council}`),
  subject: () => ({ kind: 'daybook', id: 'daybook' }),
});

export const CouncilNamed = defineEvent('CouncilNamed', {
  meaning: 'The council whose log this is got another name.',
  schema: z.object({ from: z.string().min(1), to: z.string().min(1) }),
  words: (d) => `Named the council ${d.to} instead of ${d.from}`,
  subject: () => ({ kind: 'daybook', id: 'daybook' }),
  changes: (d) => [{ label: 'Council', before: d.from, after: d.to }],
});

export const daybookEvents = [DaybookOpened, CouncilNamed] as const;
export type DaybookEvent = EventOf<(typeof daybookEvents)[number]>;
