import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { shapeOf } from './event-catalogue.print.js';
import type { AnyEventType } from '../../src/kernel/event-type.js';

/** Every shape an event ever had: kind → version → JSON Schema. */
export type Shapes = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export const CATALOGUE = new URL('../../src/event-catalogue.md', import.meta.url);
export const SHAPES = new URL('./event-shapes.json', import.meta.url);
export const storedShapes = (): Shapes => JSON.parse(readFileSync(SHAPES, 'utf8')) as Shapes;

const versions = (event: AnyEventType) => Array.from({ length: event.version - 1 }, (_, i) => i + 1);

const problemOf = (stored: Shapes, event: AnyEventType): string | null => {
  const { type, version } = event;
  const shapes = stored[type] ?? {};
  const newer = Object.keys(shapes).find((known) => Number(known) > version);
  if (newer) return `${type} had version ${newer} before. A version is never taken back.`;
  const missing = versions(event).find((older) => !event.upcasts[older]);
  if (missing) return `${type} has no upcast from version ${missing}. Add it to the declaration.`;
  const shape = shapes[version];
  if (shape && !isDeepStrictEqual(shape, shapeOf(event)))
    return `${type} changed its shape but not its version. Give it version ${version + 1} and an upcast from ${version}.`;
  return null;
};

/** What must not be: a shape that changed under its version, a version or a declaration that is gone, a missing upcast. */
export const shapeProblems = (stored: Shapes, events: readonly AnyEventType[]): string[] => {
  const declared = new Set(events.map(({ type }) => type));
  return [
    ...Object.keys(stored)
      .filter((type) => !declared.has(type))
      .map((type) => `${type} is no longer declared. A declaration is never deleted: mark it retired.`),
    ...events.map((event) => problemOf(stored, event)).filter((problem) => problem !== null),
  ];
};

/** The stored shapes with those of today added; nothing that stands is changed. */
export const withToday = (stored: Shapes, events: readonly AnyEventType[]): Shapes => ({
  ...stored,
  ...Object.fromEntries(
    events.map((event) => [event.type, { [event.version]: shapeOf(event), ...stored[event.type] }]),
  ),
});
