import { InvalidInput } from '../../kernel/refusal.js';
import { POSITIONS, wholeOf } from '../answer/whole.js';
import { askedOf, filterOf } from './form.js';

const refused = (work: () => unknown): [field: string, code: string][] => {
  try {
    work();
  } catch (error) {
    if (error instanceof InvalidInput) return error.errors.map(({ field, code }) => [field, code]);
    throw error;
  }
  throw new Error('Nothing was refused');
};
const filter = (query: Record<string, unknown>) => filterOf(askedOf(query));

describe('what the audit trail is asked for', () => {
  it('is everything when nothing is given', () => {
    expect(filter({ actor: '', from: ' ' })).toEqual({
      actor: '',
      type: '',
      planRef: '',
      from: '',
      to: '',
      subject: null,
    });
  });

  it('takes each filter as text, and a subject as kind and id', () => {
    expect(
      filter({ actor: ' lead ', planRef: '5b(ii)', from: '2017-11-01', to: '2017-11-01', subject: 'a-kind:b:c' }),
    ).toEqual({
      actor: 'lead',
      type: '',
      planRef: '5b(ii)',
      from: '2017-11-01',
      to: '2017-11-01',
      subject: { kind: 'a-kind', id: 'b:c' },
    });
  });

  it.each<[Record<string, unknown>, [string, string][]]>([
    [{ from: '2017-02-30' }, [['from', 'not-a-day']]],
    [
      { from: '1 May', to: '2017-11' },
      [
        ['from', 'not-a-day'],
        ['to', 'not-a-day'],
      ],
    ],
    [{ from: '2017-11-02', to: '2017-11-01' }, [['to', 'before-from']]],
    [{ subject: 'action' }, [['subject', 'not-a-subject']]],
    [
      { actor: ['a', 'b'], type: { $ne: '' } },
      [
        ['actor', 'given-twice'],
        ['type', 'given-twice'],
      ],
    ],
  ])('refuses %j and names the field', (query, expected) => expect(refused(() => filter(query))).toEqual(expected));

  it.each(['-1', '1.5', 'abc', '1e3', '99999999999999999', '0x10'])('refuses %s as a position', (before) =>
    expect(refused(() => wholeOf(askedOf({ before }).before, 'before', POSITIONS))).toEqual([
      ['before', 'not-in-range'],
    ]),
  );

  it.each(['0', '1001'])('refuses %s as a limit from 1 to 1000', (limit) =>
    expect(refused(() => wholeOf(askedOf({ limit }).limit, 'limit', { least: 1, most: 1000 }))).toEqual([
      ['limit', 'not-in-range'],
    ]),
  );

  it('takes a position, or none', () => {
    expect(wholeOf(askedOf({ before: '42' }).before, 'before', POSITIONS)).toBe(42);
    expect(wholeOf(askedOf({}).before, 'before', POSITIONS)).toBeNull();
  });
});
