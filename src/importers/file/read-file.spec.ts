import { COLUMNS, HEADING, csv, faultsOf, line, read } from '../../../test/support/a-published-file.js';
import { LARGEST_FILE } from './text.js';

describe('a published dashboard', () => {
  it('is read as printed: figures keep their places, and what is empty is nothing', () => {
    const { kind, rows, ignored, series } = read(csv(line()));
    expect([kind.kind, rows, ignored]).toEqual(['published-dashboard', 1, []]);
    expect(series).toEqual([
      {
        row: 2,
        printedRow: 8,
        planRefs: ['T8', '2a(i)'],
        measure: 'Average caseload',
        breakdown: 'Duty team',
        unit: 'cases',
        printed: {
          previous: { period: '2017-10', value: '14.0' },
          latest: { period: '2017-11', value: '14.5' },
          change: { value: '0.5', text: '+0.5', direction: 'up' },
          baseline: { label: 'Ofsted judgement', value: '28.3', text: '28.3', direction: 'down' },
          target: { text: '12 to 16', low: '12', high: '16' },
          rating: 'G',
          availability: null,
          note: null,
        },
      },
    ]);
  });

  it('is the same with a byte order mark, Windows line ends, and blank lines', () => {
    const dressed = `\uFEFF${csv(line(), '').replaceAll('\n', '\r\n')}`;
    expect(read(dressed).series).toEqual(read(csv(line())).series);
  });

  it('counts its rows as a spreadsheet does', () => {
    const twoLines = line({ note: 'First line\nsecond line, with a comma and a "quote"' });
    expect(read(csv(twoLines, '', line({ published_row: '9', breakdown: 'CP' }))).series.map(({ row }) => row)).toEqual(
      [2, 4],
    );
  });

  it('keeps formulas and markup as the words they are', () => {
    const [series] = read(
      csv(line({ measure: '<b>Caseload</b>', breakdown: '=HYPERLINK("x")', note: '@SUM(A1)' })),
    ).series;
    expect([series?.measure, series?.breakdown, series?.printed.note]).toEqual([
      '<b>Caseload</b>',
      '=HYPERLINK("x")',
      '@SUM(A1)',
    ]);
  });

  it('says which columns nobody reads', () => {
    const wider = `page,${HEADING},ocr\n3,${line()},x\n`;
    expect(read(wider).ignored).toEqual(['page', 'ocr']);
  });

  it('needs neither section nor note', () => {
    const without = (text: string) => text.split(',').slice(0, 1).concat(text.split(',').slice(2, -1)).join(',');
    expect(read(`${without(HEADING)}\n${without(line())}\n`).series).toHaveLength(1);
  });

  it('takes the numbers of a target from its words', () => {
    const [series] = read(csv(line({ target_text: '90%', target_low: '', target_high: '' }))).series;
    expect(series?.printed.target).toEqual({ text: '90%', low: '90', high: null });
  });
});

describe('a file that is no such file', () => {
  const without = (column: string) => {
    const keep = (text: string) =>
      text
        .split(',')
        .filter((_, i) => i !== COLUMNS.indexOf(column))
        .join(',');
    return `${keep(HEADING)}\n${keep(line())}\n`;
  };
  const bytes = (...values: number[]) => new Uint8Array(values);

  it.each(COLUMNS.filter((column) => !['section', 'note'].includes(column)))('lacks the column %s', (column) =>
    expect(faultsOf(without(column))).toEqual([`The column ${column} is missing. Add it to the heading.`]),
  );

  it('names a column twice', () =>
    expect(faultsOf(`${HEADING},measure\n${line()},x\n`)).toEqual([
      'The column measure stands in the heading twice. Remove one.',
    ]));

  it('prints a row twice', () =>
    expect(faultsOf(csv(line(), line({ breakdown: 'CP' })))).toEqual([
      'Row 3, published_row: 8 stands in row 2 already. Remove one of the two rows.',
    ]));

  it('has a row with a cell too few', () =>
    expect(faultsOf(csv(line().slice(0, -1)))[0]).toMatch(/^Row 2 has 22 cells and the heading has 23\./));

  it.each([
    ['is empty', '', /is empty/],
    ['is blank', ' \n \n', /is empty/],
    ['is only a heading', `${HEADING}\n`, /a heading and no rows/],
    ['is a web page', '<!doctype html><table></table>', /a web page or XML/],
    ['is JSON', '[{"published_row": 1}]', /is JSON/],
    ['has other columns', 'name,age\nx,3\n', /not a heading that Daybook knows/],
    ['is separated by semicolons', csv(line()).replaceAll(',', ';'), /separated by commas/],
    ['has an open quotation mark', `${HEADING}\n8,"Practice\n`, /quotation marks do not match/],
    ['is a workbook', bytes(0x50, 0x4b, 0x03, 0x04, 0, 0), /is a workbook/],
    ['is a picture', bytes(0x89, 0x50, 0x4e, 0x47, 0, 0x1a), /is not a CSV file/],
    ['is in UTF-16', Buffer.from(`\uFEFF${csv(line())}`, 'utf16le'), /is in UTF-16/],
    ['is in Latin-1', Buffer.from(csv(line({ note: 'é' })), 'latin1'), /is not in UTF-8/],
    ['is too large', new Uint8Array(LARGEST_FILE + 1).fill(65), /larger than 2 MB/],
  ])('%s', (_what, file, says) => {
    const faults = faultsOf(file);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(says);
  });

  it('has 10,001 rows, which is one too many', () => {
    const short = Array.from({ length: 10_001 }, (_, i) => `${i + 1}${','.repeat(COLUMNS.length - 1)}`);
    expect(faultsOf(csv(...short))).toEqual([
      'The file has 10001 rows; Daybook takes 10000 at once. Send it in parts.',
    ]);
  });
});

describe('a supervision return', () => {
  const heading = 'published_row,plan_ref,measure,team,unit,period,not_due,in_time,completed_out_of_timescale,overdue';
  it('is read as four series a team', () => {
    const { kind, series } = read(`${heading}\n16,3a(vii),Supervision,Duty,percent,2017-11,51,15,16,19\n`);
    expect(kind.kind).toBe('supervision-return');
    expect(series.map(({ breakdown, printed }) => [breakdown, printed.latest])).toEqual([
      ['Duty: not due', { period: '2017-11', value: '51' }],
      ['Duty: in time', { period: '2017-11', value: '15' }],
      ['Duty: completed out of timescale', { period: '2017-11', value: '16' }],
      ['Duty: overdue', { period: '2017-11', value: '19' }],
    ]);
  });

  it('needs every share', () =>
    expect(faultsOf(`${heading}\n16,3a(vii),Supervision,Duty,percent,2017-11,51,,16,x\n`)).toEqual([
      'Row 2 (published_row 16), in_time: the cell is empty. Fill it in.',
      'Row 2 (published_row 16), overdue: "x" is not a number. Write it like 57.2, without a unit.',
    ]));
});
