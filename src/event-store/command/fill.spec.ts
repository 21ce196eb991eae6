import { InvalidInput } from '../../kernel/refusal.js';
import { RecordedCommand } from './command.js';
import { FigureText, ListOf, Text, Whole } from './fields.js';
import { check, fill } from './fill.js';

class Part {
  @FigureText({ label: 'Figure', optional: true }) figure!: string | null;
}

class NoteSomething extends RecordedCommand {
  get type() {
    return 'NoteSomething' as const;
  }
  @Text({ label: 'Note', min: 3 }) note!: string;
  @Whole({ label: 'Number', optional: true }) number!: number | null;
  @ListOf(Part, { label: 'Parts' }) parts!: Part[];
}

const errorsOf = async (data: object) => {
  try {
    await check(fill(NoteSomething, data));
    return [];
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return error.errors.map(({ field, code }) => [field, code]);
  }
};

describe('filling a command', () => {
  it.each<[string, object]>([
    ['left out', { note: 'abc', parts: [{}] }],
    ['left empty in a form', { note: ' abc ', number: '', parts: [{ figure: '' }] }],
  ])('makes a field that was %s null, in its parts too', async (_case, data) => {
    const command = fill(NoteSomething, data);
    await check(command);
    expect({ ...command }).toEqual({ note: 'abc', number: null, parts: [{ figure: null }] });
  });

  it.each([
    ['a NUL', 'a\u0000bc', 'note'],
    ['half a surrogate pair', 'ab\ud800c', 'note'],
  ])('refuses %s, which no database would give back', async (_case, note, field) =>
    expect(await errorsOf({ note, parts: [] })).toEqual([[field, 'no-text']]),
  );

  it('takes every script and sign that is text', async () =>
    expect(await errorsOf({ note: 'Ŵ 漢字 👩🏽‍⚕️ عربى\n\tline', parts: [] })).toEqual([]));

  it('takes a figure with blanks around it, as people paste it', async () => {
    const command = fill(NoteSomething, { note: 'abc', parts: [{ figure: ' 57.2 ' }] });
    await check(command);
    expect(command.parts[0]).toEqual({ figure: '57.2' });
  });

  it('keeps its own name, whatever the body says', () => {
    expect(fill(NoteSomething, { note: 'abc', parts: [], type: 'RateAction' }).type).toBe('NoteSomething');
  });

  it.each<[string, object, string[][]]>([
    ['a field that is missing', { parts: [] }, [['note', 'isLength']]],
    ['a field nobody knows', { note: 'abc', parts: [], typ: 1 }, [['typ', 'whitelistValidation']]],
    ['a wrong field of a part', { note: 'abc', parts: [{ figure: '1e5' }] }, [['parts.0.figure', 'isFigure']]],
    ['something else than a list', { note: 'abc', parts: 'none' }, [['parts', 'isArray']]],
  ])('refuses %s', async (_case, data, errors) => {
    expect(await errorsOf(data)).toEqual(errors);
  });
});
