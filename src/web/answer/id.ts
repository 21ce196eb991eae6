import { Param, ParseUUIDPipe } from '@nestjs/common';
import type { Sender } from '../../event-store/command/command.js';
import { idFrom, newId } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';

/** An id in the address: `@IdOf('action') actionId`. What is no id at all names nothing either (404). */
export const IdOf = (thing: string): ParameterDecorator =>
  Param(
    `${thing}Id`,
    new ParseUUIDPipe({
      exceptionFactory: () =>
        new NotFound(`no-such-${thing}`, `There is no such ${thing}. Choose one from the list.`, `${thing}Id`),
    }),
  );

/** The id of something new. With an Idempotency-Key it is the same at every attempt, so that a retry makes no second one. */
export const newIdOf = (thing: string, { actor, idempotencyKey }: Sender): string =>
  idempotencyKey ? idFrom(thing, actor.userId, idempotencyKey) : newId();
