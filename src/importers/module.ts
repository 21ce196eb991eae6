import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { commandHandlers } from '../event-store/command/handlers.js';
import { importedFileCommands } from './imported-file/commands.js';
import { importedFileDecider, importStream } from './imported-file/decider.js';
import { importedFileEvents } from './imported-file/events.js';
import { Importer } from './importer.js';
import { Uploads } from './uploads.js';

/** A file in, commands out. */
@Module({
  imports: [CqrsModule],
  providers: [
    Importer,
    Uploads,
    ...commandHandlers({
      decider: importedFileDecider,
      events: importedFileEvents,
      commands: importedFileCommands,
      streamOf: (command) => importStream(command.sha256),
    }),
  ],
  exports: [Importer, Uploads],
})
export class ImportersModule {}
