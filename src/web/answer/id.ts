import { Param, ParseUUIDPipe } from '@nestjs/common';
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
