import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Expose, Transform } from 'class-transformer';
import { IsOptional, ValidateBy } from 'class-validator';

/**
 * The fields that commands are made of. Each decorator is the check, the sentence for the person, and the line in
 * OpenAPI, so that none of the three can drift from the others. `label` is the field's name as the form shows it.
 */
export type Options = Readonly<{ label: string; optional?: true; example?: unknown; description?: string }>;

export const field = (
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

export const trimmed = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.trim() || null : value,
);

export const fits = (name: string, test: (text: string) => boolean, message: string) =>
  ValidateBy({
    name,
    validator: { validate: (value) => typeof value === 'string' && test(value), defaultMessage: () => message },
  });
