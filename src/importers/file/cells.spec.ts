import { csv, faultsOf, line } from '../../../test/support/a-published-file.js';

describe('a cell that cannot be read is named by row and column', () => {
  it.each([
    [
      { latest_value: 'abc' },
      'Row 2 (published_row 8), latest_value: "abc" is not a number. Write it like 57.2, without a unit.',
    ],
    [
      { latest_value: '1,400' },
      'Row 2 (published_row 8), latest_value: "1,400" is not a number. Write it like 57.2, without a unit.',
    ],
    [
      { latest_value: '57.2%' },
      'Row 2 (published_row 8), latest_value: "57.2%" is not a number. Write it like 57.2, without a unit.',
    ],
    [
      { latest_period: '2017-13' },
      'Row 2 (published_row 8), latest_period: "2017-13" is not a month. Write it like 2017-11.',
    ],
    [
      { previous_period: 'Nov-17' },
      'Row 2 (published_row 8), previous_period: "Nov-17" is not a month. Write it like 2017-11.',
    ],
    [{ published_rating: 'Green' }, 'Row 2 (published_row 8), published_rating: "Green" is not one of B, R, A, G.'],
    [
      { published_change_direction: 'better' },
      'Row 2 (published_row 8), published_change_direction: "better" is not one of up, down, none.',
    ],
    [{ unit: 'stones' }, 'Row 2 (published_row 8), unit: "stones" is not one of percent, count, cases, days, weeks.'],
    [{ published_row: 'eight' }, 'Row 2, published_row: "eight" is not a whole number from 1 to 9999.'],
    [{ measure: '' }, 'Row 2 (published_row 8), measure: the cell is empty. Fill it in.'],
    [
      { latest_period: '' },
      'Row 2 (published_row 8), latest_period: the cell is empty. A figure and its month go together.',
    ],
    [
      { baseline_label: '' },
      'Row 2 (published_row 8), baseline_label: the cell is empty. The position at the judgement needs its label and its figure.',
    ],
    [
      { target_low: '17' },
      'Row 2 (published_row 8), target_low: 17 is more than target_high, 16. Write the lower one first.',
    ],
    [
      { target_text: '' },
      'Row 2 (published_row 8), target_text: the cell is empty. Write the target as it was printed.',
    ],
    [
      { latest_period: '', latest_value: '' },
      'Row 2 (published_row 8), latest_value: the cell is empty. Give the figure, or say in availability why there is none.',
    ],
  ])('%j', (cells, sentence) => expect(faultsOf(csv(line(cells)))).toEqual([sentence]));

  it('and all of them at once, fifty at most', () => {
    const wrong = Array.from({ length: 60 }, (_, i) => line({ published_row: String(i + 1), latest_value: 'abc' }));
    const faults = faultsOf(csv(...wrong));
    expect(faults).toHaveLength(51);
    expect(faults.at(-1)).toBe('There are 10 more faults.');
  });
});
