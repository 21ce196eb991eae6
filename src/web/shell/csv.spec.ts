import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvOf } from './csv.js';

const read = (csv: string): string[][] => parse(csv, { bom: true });

describe('a CSV file for a spreadsheet', () => {
  it.each(['=1+1', '+44 20', '-1.6', '@SUM(A1)', '\t=1', '\r=1', '＝1+1'])(
    'keeps %j from running as a formula',
    (cell) => {
      expect(read(csvOf(['cell'], [[cell]]))).toEqual([['cell'], [`'${cell}`]]);
    },
  );

  it.each<[string | number | null, string]>([
    [-1.6, '-1.6'],
    [null, ''],
    ['a=b', 'a=b'],
    ['<b>', '<b>'],
  ])('leaves %j as it is', (cell, expected) => {
    expect(read(csvOf(['cell', 'next'], [[cell, 'x']]))[1]).toEqual([expected, 'x']);
  });

  it('is UTF-8 with a mark, and ends its lines as RFC 4180 says', () => {
    expect(csvOf(['a', 'b'], [['é', 1]])).toBe('\uFEFFa,b\r\né,1\r\n');
  });

  it('gives back whatever was put in', () => {
    const cell = fc.string().filter((text) => !/^[=+\-@\t\r＝＋－＠]/.test(text));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        expect(read(csvOf(['a', 'b'], rows)).slice(1)).toEqual(rows);
      }),
    );
  });
});
