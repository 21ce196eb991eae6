import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Expose, Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  Min,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import { plainDate } from '../../kernel/plain-date.js';

/**
 * The fields that commands are made of. Each decorator is the check, the sentence for the person, and the line in
 * OpenAPI, so that none of the three can drift from the others. `label` is the field's name as the form shows it.
 */
type Options = Readonly<{ label: string; optional?: true; example?: unknown; description?: string }>;

const LONGEST = 4_000;

const field = (
  { label, optional, example, description }: Options,
  api: ApiPropertyOptions,
  ...checks: PropertyDecorator[]
) =>
  applyDecorators(
    ApiProperty({ ...api, description: description ?? label, required: !optional, example } as ApiPropertyOptions),
    // An empty box in a form is no value, and so is a field that was left out.
    Expose(),
    Transform(({ value }: { value: unknown }) => (value === '' || value === undefined ? null : value)),
    ...(optional ? [IsOptional()] : []),
    ...checks,
  );

const trimmed = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.trim() || null : value,
);

const fits = (name: string, test: (text: string) => boolean, message: string) =>
  ValidateBy({
    name,
    validator: { validate: (value) => typeof value === 'string' && test(value), defaultMessage: () => message },
  });

/** A random id (UUID). */
export const Id = (options: Options) =>
  field(
    options,
    { type: String, format: 'uuid' },
    IsUUID('all', { message: `${options.label} must be an id (a UUID)` }),
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

/** `2017-11-30` */
export const OnDay = (options: Options) =>
  field(
    options,
    { type: String, format: 'date' },
    fits('isDay', plainDate.isDay, `${options.label} must be a real date, like 2017-11-30`),
  );

/** `2017-11` */
export const InMonth = (options: Options) =>
  field(
    options,
    { type: String, pattern: '^\\d{4}-(0[1-9]|1[0-2])$' },
    fits('isMonth', plainDate.isMonth, `${options.label} must be a month, like 2017-11`),
  );

/** `2017-11-30`, or `2017-11` where the day is not known. */
export const OnDayOrInMonth = (options: Options) =>
  field(
    options,
    { type: String },
    fits(
      'isDayOrMonth',
      plainDate.isDayOrMonth,
      `${options.label} must be a date like 2017-11-30, or a month like 2017-11`,
    ),
  );

/** A figure as decimal text, as precise as it was given: `14.0`. */
export const FigureText = (options: Options) =>
  applyDecorators(
    trimmed,
    field(
      options,
      { type: String, pattern: '^-?\\d{1,12}(\\.\\d{1,6})?$' },
      fits(
        'isFigure',
        (text) => /^-?\d{1,12}(\.\d{1,6})?$/.test(text),
        `${options.label} must be a number like 57.2, without a unit or thousands separators`,
      ),
    ),
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
