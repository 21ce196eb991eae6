import { Inject, type Provider, type Type } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { DomainEvent } from '../../kernel/event-type.js';
import type { Appended } from '../event-store.port.js';
import { Streams, type StreamKind } from '../streams.js';
import type { RecordedCommand } from './command.js';
import { NothingToCheck, type FactCheck } from './fact-check.js';
import { check } from './fill.js';

type Handled<S, C extends RecordedCommand, E extends DomainEvent> = Omit<StreamKind<S, C, E>, 'check'> & {
  commands: readonly Type<C>[];
  factCheck?: Type<FactCheck<E>>;
};

/** One Nest handler for each command class: check the fields once, then load → decide → append. */
export const commandHandlers = <S, C extends RecordedCommand, E extends DomainEvent>({
  commands,
  factCheck = NothingToCheck,
  ...kind
}: Handled<S, C, E>): Provider[] => [
  factCheck,
  ...commands.map((command) => {
    @CommandHandler(command)
    class Handler implements ICommandHandler<RecordedCommand> {
      constructor(
        @Inject(Streams) private readonly streams: Streams,
        @Inject(factCheck) private readonly facts: FactCheck<E>,
      ) {}

      async execute(sent: RecordedCommand): Promise<Appended> {
        await check(sent);
        return this.streams.decide({ ...kind, check: (facts) => this.facts.check(facts) }, sent as C);
      }
    }
    Object.defineProperty(Handler, 'name', { value: `${command.name}Handler` });
    return Handler;
  }),
];
