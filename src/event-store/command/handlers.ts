import { Inject, type Provider, type Type } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { DomainEvent } from '../../kernel/event-type.js';
import type { Appended } from '../event-store.port.js';
import { Streams, type StreamKind } from '../streams.js';
import type { RecordedCommand } from './command.js';
import { check } from './fill.js';

/** One Nest handler for each command class: check the fields once, then load → decide → append. */
export const commandHandlers = <S, C extends RecordedCommand, E extends DomainEvent>(
  kind: StreamKind<S, C, E> & { commands: readonly Type<C>[] },
): Provider[] =>
  kind.commands.map((command) => {
    @CommandHandler(command)
    class Handler implements ICommandHandler<RecordedCommand> {
      constructor(@Inject(Streams) private readonly streams: Streams) {}

      async execute(sent: RecordedCommand): Promise<Appended> {
        await check(sent);
        return this.streams.decide(kind, sent as C);
      }
    }
    Object.defineProperty(Handler, 'name', { value: `${command.name}Handler` });
    return Handler;
  });
