import type { Decider } from '../../kernel/decider.js';
import { Refusal } from '../../kernel/refusal.js';
import type { OpenDaybook } from './commands.js';
import { DaybookOpened, type DaybookEvent, type Mode } from './events.js';

export type Daybook = Readonly<{ opened: Mode | null }>;

export const daybookDecider: Decider<Daybook, OpenDaybook, DaybookEvent> = {
  initial: { opened: null },

  evolve: (_daybook, event) => ({ opened: event.data.mode }),

  // A simulated past and real facts must never share a log.
  decide: (command, { opened }) => {
    if (opened === null) return [DaybookOpened.of(command)];
    if (opened === command.mode) return [];
    throw new Refusal(
      'wrong-mode',
      opened === 'demo'
        ? 'This data folder holds a demonstration. Start with DAYBOOK_MODE=demo, or set DATA_DIR to another folder.'
        : 'This data folder holds a live log. Start with DAYBOOK_MODE=live, or set DATA_DIR to another folder.',
    );
  },
};

export const DAYBOOK_STREAM = 'daybook';
