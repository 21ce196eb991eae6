import { Module } from '@nestjs/common';
import { commandHandlers } from '../event-store/command/handlers.js';
import { OpenDaybook } from './daybook/commands.js';
import { DAYBOOK_STREAM, daybookDecider } from './daybook/decider.js';
import { daybookEvents } from './daybook/events.js';

@Module({
  providers: commandHandlers({
    decider: daybookDecider,
    events: daybookEvents,
    commands: [OpenDaybook],
    streamOf: () => DAYBOOK_STREAM,
  }),
})
export class GovernanceModule {}
