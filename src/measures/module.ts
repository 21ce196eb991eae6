import { Module } from '@nestjs/common';
import { commandHandlers } from '../event-store/command/handlers.js';
import { measureCommands } from './measure/commands.js';
import { measureDecider, measureStream } from './measure/decider.js';
import { measureEvents } from './measure/events.js';
import { publishedDashboardCommands } from './published-dashboard/commands.js';
import { publishedDashboardDecider, publishedDashboardStream } from './published-dashboard/decider.js';
import { publishedDashboardEvents } from './published-dashboard/events.js';

@Module({
  providers: [
    ...commandHandlers({
      decider: measureDecider,
      events: measureEvents,
      commands: measureCommands,
      streamOf: (command) => measureStream(command.measureId),
    }),
    ...commandHandlers({
      decider: publishedDashboardDecider,
      events: publishedDashboardEvents,
      commands: publishedDashboardCommands,
      streamOf: (command) => publishedDashboardStream(command.period),
    }),
  ],
})
export class MeasuresModule {}
