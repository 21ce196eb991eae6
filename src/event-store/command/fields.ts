import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  IsUUID,
  Length,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { field, trimmed, type Options } from './field.js';

export * from './date-fields.js';
export * from './worded-fields.js';

const LONGEST = 4_000;

/** A random id (UUID). On a form it is chosen from a list: `missing` is what to say when nothing was. */
export const Id = ({ missing, ...options }: Options & { missing?: string }) =>
  field(
    options,
    { type: String, format: 'uuid' },
    IsUUID('all', {
      message: ({ value }) => (missing && value === null ? missing : `${options.label} must be an id (a UUID)`),
    }),
  );

/** A list of ids, each once. */
export const Ids = (options: Options & { most?: number }) =>
  field(
    options,
    { type: [String], format: 'uuid' },
    IsArray({ message: `${options.label} must be a list` }),
    ArrayMaxSize(options.most ?? 50, { message: `${options.label}: give no more than ${options.most ?? 50}` }),
    ArrayUnique({ message: `${options.label}: give each id once` }),
    IsUUID('all', { each: true, message: `${options.label} must be a list of ids (UUIDs)` }),
  );

/** Free text, trimmed. */
export const Text = (options: Options & { min?: number; max?: number; missing?: string }) => {
  const { min = 1, max = LONGEST, label } = options;
  const tooShort =
    options.missing ?? (min > 1 ? `${label} must be at least ${min} characters` : `Enter ${label.toLowerCase()}`);
  return applyDecorators(
    trimmed,
    field(
      options,
      { type: String, minLength: min, maxLength: max },
      Length(min, max, {
        message: ({ value }) =>
          typeof value === 'string' && value.length > max ? `${label} must be ${max} characters or fewer` : tooShort,
      }),
      IsString({ message: tooShort }),
    ),
  );
};

/** One of a list. */
export const OneOf = (values: readonly string[], options: Options & { missing?: string }) =>
  field(
    options,
    { type: String, enum: [...values] },
    IsIn([...values], { message: options.missing ?? `${options.label} must be one of: ${values.join(', ')}` }),
  );

/** A list of short texts, such as plan references. */
export const Texts = ({ longest = 100, ...options }: Options & { most?: number; longest?: number }) =>
  field(
    options,
    { type: [String] },
    IsArray({ message: `${options.label} must be a list` }),
    ArrayMaxSize(options.most ?? 20, { message: `${options.label}: give no more than ${options.most ?? 20}` }),
    IsString({ each: true, message: `${options.label} must be a list of texts` }),
    Length(1, longest, {
      each: true,
      message: `Each of ${options.label.toLowerCase()} must be 1 to ${longest} characters`,
    }),
  );

/** A whole number. */
export const Whole = (options: Options & { min?: number; max?: number }) =>
  field(
    options,
    { type: Number },
    IsInt({ message: `${options.label} must be a whole number` }),
    Min(options.min ?? 0, { message: `${options.label} must be ${options.min ?? 0} or more` }),
    Max(options.max ?? 1_000_000, { message: `${options.label} must be ${options.max ?? 1_000_000} or less` }),
  );

/** Yes or no. */
export const YesNo = (options: Options) =>
  field(options, { type: Boolean }, IsBoolean({ message: `${options.label} must be true or false` }));

/** A list of parts, each with fields of its own. */
export const ListOf = (part: new () => object, options: Options & { least?: number; most?: number }) =>
  field(
    options,
    { type: [part] },
    IsArray({ message: `${options.label} must be a list` }),
    ArrayMinSize(options.least ?? 0, { message: `${options.label}: give at least ${options.least ?? 0}` }),
    ArrayMaxSize(options.most ?? 500, { message: `${options.label}: give no more than ${options.most ?? 500}` }),
    ValidateNested({ each: true }),
    Type(() => part),
  );

/** One part with fields of its own. */
export const Part = (part: new () => object, options: Options) =>
  field(
    options,
    { type: part },
    IsObject({ message: `Enter ${options.label.toLowerCase()}` }),
    ValidateNested(),
    Type(() => part),
  );
