import type { Decider } from '../../kernel/decider.js';
import { Refusal } from '../../kernel/refusal.js';
import type { OpenDaybook } from './commands.js';
import { CouncilNamed, DaybookOpened, type DaybookEvent, type Mode } from './events.js';

export type Daybook = { opened: null } | { opened: Mode; council: string };

/** Until somebody names the council. */
const UNNAMED = "Children's services";

export const daybookDecider: Decider<Daybook, OpenDaybook, DaybookEvent> = {
  initial: { opened: null },

  evolve: (daybook, event) => {
    switch (event.type) {
      case 'DaybookOpened':
        return { opened: event.data.mode, council: event.data.council };
      case 'CouncilNamed':
        return daybook.opened === null ? daybook : { ...daybook, council: event.data.to };
    }
  },

  // A simulated past and real facts must never share a log.
  decide: ({ mode, council }, daybook) => {
    if (daybook.opened === null) return [DaybookOpened.of({ mode, council: council ?? UNNAMED })];
    if (daybook.opened !== mode) throw new Refusal('wrong-mode', OTHER_MODE[daybook.opened]);
    return council === null || council === daybook.council
      ? []
      : [CouncilNamed.of({ from: daybook.council, to: council })];
  },
};

const OTHER_MODE: Readonly<Record<Mode, string>> = {
  demo: 'This log is that of a demonstration. Start with DAYBOOK_MODE=demo, or choose another log: another DATA_DIR, DATABASE_URL or EVENTSTORE_URL.',
  live: 'This log is a live one. Start with DAYBOOK_MODE=live, or choose another log: another DATA_DIR, DATABASE_URL or EVENTSTORE_URL.',
};

export const DAYBOOK_STREAM = 'daybook';
