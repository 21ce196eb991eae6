import { z } from 'zod';
import { defineEvent } from '../../src/kernel/event-type.js';
import { spaced } from '../../src/kernel/words.js';
import { changesOf, since } from './changes.js';

const subject = (data: { thingId: string }) => ({ kind: 'thing', id: data.thingId });
const ThingDescribed = defineEvent('ThingDescribed', {
  meaning: 'A thing was described.',
  schema: z.looseObject({ thingId: z.string() }),
  words: () => 'Described a thing',
  subject,
});
const described = (data: Record<string, unknown>) =>
  changesOf(ThingDescribed, { thingId: 'a', ...data }).map(({ label, after }) => [label, after]);

describe('what an event changed', () => {
  it.each<[string, Record<string, unknown>, [string, string | null][]]>([
    [
      'text and numbers as they are',
      { leadRole: '14.0', theme: 3 },
      [
        ['Lead role', '14.0'],
        ['Theme', '3'],
      ],
    ],
    [
      'a day and a month in words',
      { dueOn: '2017-11-30', from: '2017-11' },
      [
        ['Due on', '30 November 2017'],
        ['From', 'November 2017'],
      ],
    ],
    [
      'yes and no',
      { targetIgnored: true, told: false },
      [
        ['Target ignored', 'yes'],
        ['Told', 'no'],
      ],
    ],
    [
      'nothing as nothing',
      { breakdown: null, planRefs: [] },
      [
        ['Breakdown', null],
        ['Plan references', null],
      ],
    ],
    ['a list in one line', { planRefs: ['2a', '5b(ii)'] }, [['Plan references', '2a, 5b(ii)']]],
    [
      'a part field by field',
      { target: { text: '90%', low: '90', high: null } },
      [
        ['Target: text', '90%'],
        ['Target: low', '90'],
        ['Target: high', null],
      ],
    ],
    [
      'a list of parts one a line',
      {
        themes: [
          { number: 1, name: 'Visits' },
          { number: 2, name: null },
        ],
      },
      [
        ['Themes 1', 'number: 1, name: Visits'],
        ['Themes 2', 'number: 2, name: none'],
      ],
    ],
  ])('shows %s', (_what, data, expected) => {
    expect(described(data)).toEqual(expected);
  });

  it('is what the declaration says, where it says it', () => {
    const Moved = defineEvent('ThingMoved', {
      meaning: 'A thing was moved.',
      schema: z.object({ thingId: z.string(), from: z.string(), to: z.string() }),
      words: () => 'Moved a thing',
      subject,
      changes: ({ from, to }) => [{ label: 'Place', before: from, after: to }],
    });
    expect(changesOf(Moved, { thingId: 'a', from: 'here', to: 'there' })).toEqual([
      { label: 'Place', before: 'here', after: 'there' },
    ]);
  });

  it('spells a name out', () => expect(spaced('asAt')).toBe('as at'));
});

describe('what was there before', () => {
  const line = (label: string, after: string | null, before: string | null = null) => ({ label, before, after });

  it('is what the event before it said, line by line; what is gone comes last', () => {
    expect(since([line('Low', '80'), line('High', '95')], [line('Low', '90'), line('Text', '90%')])).toEqual([
      line('Low', '90', '80'),
      line('Text', '90%'),
      line('High', null, '95'),
    ]);
  });

  it('never overrules what the event itself says', () => {
    expect(since([line('Rating', 'amber')], [line('Rating', 'green', 'red')])).toEqual([
      line('Rating', 'green', 'red'),
    ]);
  });

  it('is nothing the first time', () => expect(since([], [line('Low', '90')])).toEqual([line('Low', '90')]));
});
