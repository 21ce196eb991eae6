import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import { InvalidInput, type FieldError } from '../../kernel/refusal.js';
import type { RecordedCommand } from './command.js';

type Concrete<C> = new () => C;

/** Plain data (a form, a JSON body, a row of a file) as a command. Nothing is judged yet. */
export const fill = <C extends RecordedCommand>(type: Concrete<C>, data: object): C =>
  plainToInstance(type, { ...data });

const flatten = (errors: readonly ValidationError[], path = ''): FieldError[] =>
  errors.flatMap((error) => {
    const field = path ? `${path}.${error.property}` : error.property;
    const own = Object.entries(error.constraints ?? {}).slice(0, 1);
    return [
      ...own.map(([code, sentence]) => ({
        field,
        code,
        sentence: code === 'whitelistValidation' ? `There is no field called "${field}". Remove it.` : sentence,
      })),
      ...flatten(error.children ?? [], field),
    ];
  });

/** NUL and half a surrogate pair are no text: a database refuses them, and then nobody could read past the event. */
const NO_TEXT = /[\0\p{Surrogate}]/u;

const unreadable = (value: unknown, field: string): FieldError[] => {
  if (typeof value === 'string')
    return NO_TEXT.test(value)
      ? [
          {
            field,
            code: 'no-text',
            sentence: 'This holds a character that is not text. Type it again instead of pasting it.',
          },
        ]
      : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => unreadable(part, field ? `${field}.${name}` : name));
};

/** @throws InvalidInput with one sentence a field. */
export const check = async (command: RecordedCommand): Promise<void> => {
  const errors = await validate(command, { whitelist: true, forbidNonWhitelisted: true, stopAtFirstError: true });
  const wrong = [...flatten(errors), ...unreadable(command, '')];
  if (wrong.length > 0) throw new InvalidInput(wrong);
};
