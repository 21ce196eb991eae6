import { Module } from '@nestjs/common';
import { commandHandlers } from '../event-store/command/handlers.js';
import { actionCommands } from './action/commands.js';
import { actionDecider, actionStream } from './action/decider.js';
import { actionEvents } from './action/events.js';
import { OwnerIsHere } from './action/owner-is-here.js';
import { planCommands } from './plan/commands.js';
import { planDecider, planStream } from './plan/decider.js';
import { planEvents } from './plan/events.js';

@Module({
  providers: [
    ...commandHandlers({
      decider: planDecider,
      events: planEvents,
      commands: planCommands,
      streamOf: (command) => planStream(command.planId),
    }),
    ...commandHandlers({
      decider: actionDecider,
      events: actionEvents,
      commands: actionCommands,
      factCheck: OwnerIsHere,
      streamOf: (command) => actionStream(command.actionId),
    }),
  ],
})
export class PlanModule {}
