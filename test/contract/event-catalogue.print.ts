import { z } from 'zod';
import type { AnyEventType } from '../../src/kernel/event-type.js';

/** The part of JSON Schema that the declarations use. */
export type Shape = Readonly<{
  type?: string | readonly string[];
  format?: string;
  enum?: readonly unknown[];
  const?: unknown;
  anyOf?: readonly Shape[];
  oneOf?: readonly Shape[];
  items?: Shape;
  properties?: Readonly<Record<string, Shape>>;
  required?: readonly string[];
}>;

/** What an event holds, as JSON Schema. @throws Error when the schema is no JSON, such as a Date. */
export const shapeOf = ({ schema }: AnyEventType): Shape => {
  const { $schema: _draft, ...shape } = z.toJSONSchema(schema, {
    // The long pattern says no more than the format, and changes with the library.
    override: ({ jsonSchema }) => {
      if (jsonSchema.format === 'uuid') delete jsonSchema.pattern;
    },
  });
  return shape as Shape;
};

const KINDS: Readonly<Record<string, string>> = {
  uuid: 'id',
  figure: 'figure',
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'yes or no',
  null: 'nothing',
};

const choice = (shapes: readonly Shape[]): string => {
  const values = shapes.filter(({ type }) => type !== 'null').map(inWords);
  return [...values, ...(values.length < shapes.length ? ['nothing'] : [])].join(', or ');
};

/** What a field holds, for a reader: `list of text`, `date, or nothing`. */
const inWords = (shape: Shape): string => {
  const { type = '', format, anyOf, oneOf, items, properties } = shape;
  const choices = anyOf ?? oneOf;
  if (choices) return choice(choices);
  if (typeof type !== 'string') return choice(type.map((one) => ({ ...shape, type: one })));
  if (shape.enum) return shape.enum.map((value) => `\`${String(value)}\``).join(' / ');
  if ('const' in shape) return `\`${String(shape.const)}\``;
  if (items) return `list of ${inWords(items)}`;
  if (properties) return `(${parts(properties).join('; ')})`;
  return KINDS[format ?? type] ?? format ?? type;
};

const parts = (properties: NonNullable<Shape['properties']>): string[] =>
  Object.entries(properties).map(([name, part]) => `${name}: ${inWords(part)}`);

const fields = ({ properties = {}, required = [] }: Shape): string[] =>
  Object.entries(properties).map(
    ([name, shape]) => `| \`${name}\` | ${inWords(shape)}${required.includes(name) ? '' : ', or left out'} |`,
  );

const entry = (event: AnyEventType): string[] => [
  `## ${event.type}`,
  '',
  event.meaning,
  '',
  `Version ${event.version}.${event.retired ? ' Retired: still read, never written again.' : ''}`,
  '',
  '| field | holds |',
  '| --- | --- |',
  ...fields(shapeOf(event)),
  '',
];

/** The event catalogue as a page for readers. */
export const printCatalogue = (events: Iterable<AnyEventType>): string =>
  [
    '# Event catalogue',
    '',
    'Every kind of event that may stand in the log. This page is generated from the declarations: change those, then run `npm run catalogue`.',
    '',
    'Beside its data, every event carries when it was recorded, who acted and in which role, from where, which request it belongs to, and why where somebody was asked. A figure is decimal text, as precise as it was given.',
    '',
    ...[...events].flatMap(entry),
  ].join('\n');
