import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { catalogueOf, eventCatalogue } from '../../src/event-catalogue.js';
import { printCatalogue, shapeOf } from './event-catalogue.print.js';
import { defineEvent, readEvent, type AnyEventType } from '../../src/kernel/event-type.js';
import { EXAMPLES } from '../support/event-examples.js';
import { CATALOGUE, shapeProblems, storedShapes, withToday } from './event-catalogue.js';

const events = [...eventCatalogue.values()];

describe('the event catalogue', () => {
  it('is what the declarations say (if not: npm run catalogue)', () => {
    expect(readFileSync(CATALOGUE, 'utf8')).toBe(printCatalogue(events));
  });

  it('keeps every shape that an event ever had (if one is new: npm run catalogue)', () => {
    const stored = storedShapes();
    expect(shapeProblems(stored, events)).toEqual([]);
    expect(stored).toEqual(withToday(stored, events));
  });

  it('names each event once', () => {
    const [one, another] = events;
    expect(() => catalogueOf([one!, another!, { ...another!, type: one!.type }])).toThrow(`called ${one!.type}`);
  });

  it('has an example of each event', () => {
    expect(new Set(EXAMPLES.map(({ type }) => type))).toEqual(new Set(eventCatalogue.keys()));
  });

  it.each(EXAMPLES.map((example) => [example.type, example] as const))(
    'reads %s back as it was written',
    (type, { data }) => {
      const declared = eventCatalogue.get(type)!;
      const stored = JSON.parse(JSON.stringify(data)) as Record<string, unknown>;
      expect(readEvent(declared, declared.version, stored)).toEqual({ type, data });
    },
  );
});

describe('a change to an event', () => {
  const declare = (
    schema: z.ZodObject,
    version = 1,
    upcasts: AnyEventType['upcasts'] = {},
    type = 'ThingHappened',
  ): AnyEventType =>
    defineEvent(type, {
      meaning: 'A thing happened.',
      schema,
      words: () => 'A thing happened',
      subject: () => ({ kind: 'thing', id: 'a' }),
      version,
      upcasts,
    });
  const first = declare(z.object({ at: z.string() }));
  const stored = withToday({}, [first]);
  const problems = (...today: AnyEventType[]) => shapeProblems(stored, today).join(' ');

  it('is none when only words change', () => expect(problems({ ...first, meaning: 'Something happened.' })).toBe(''));

  it.each<[string, AnyEventType, string]>([
    [
      'a new field without a new version',
      declare(z.object({ at: z.string(), by: z.string() })),
      'Give it version 2 and an upcast',
    ],
    ['a narrower field without a new version', declare(z.object({ at: z.string().min(1) })), 'changed its shape'],
    ['a new version without an upcast', declare(z.object({ on: z.string() }), 2), 'no upcast from version 1'],
    ['another name', declare(z.object({ at: z.string() }), 1, {}, 'ThingDone'), 'ThingHappened is no longer declared'],
  ])('is refused: %s', (_change, today, sentence) => {
    expect(problems(today)).toContain(sentence);
  });

  it('is refused: a version taken back', () => {
    const second = declare(z.object({ on: z.string() }), 2, { 1: ({ at }) => ({ on: at }) });
    expect(shapeProblems(withToday(stored, [second]), [first])).toEqual([expect.stringContaining('never taken back')]);
  });

  it('is a new version with its upcast, beside the shape that stood before', () => {
    const second = declare(z.object({ on: z.string() }), 2, { 1: ({ at }) => ({ on: at }) });
    expect(problems(second)).toBe('');
    expect(withToday(stored, [second])).toEqual({ ThingHappened: { 1: shapeOf(first), 2: shapeOf(second) } });
    expect(readEvent(second, 1, { at: 'noon' }).data).toEqual({ on: 'noon' });
  });

  it('is in the catalogue for readers', () => {
    const page = printCatalogue([
      declare(z.object({ at: z.string().nullable(), of: z.array(z.enum(['a', 'b'])).optional() })),
    ]);
    expect(page).toContain('| `at` | text, or nothing |');
    expect(page).toContain('| `of` | list of `a` / `b`, or left out |');
  });
});
