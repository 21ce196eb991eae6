import { check, fill } from '../../event-store/command/fill.js';
import { InvalidInput } from '../../kernel/refusal.js';
import { CorrectObservation, RecordObservation, SetTarget } from './commands.js';

const measureId = '00000000-0000-4000-8000-000000000008';
const wrong = async (command: Parameters<typeof check>[0]) => {
  try {
    await check(command);
    return [];
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return error.errors.map(({ field, sentence }) => [field, sentence]);
  }
};

describe('a command about a measure', () => {
  it.each([undefined, '', 'too short', `${' '.repeat(20)}short`])('gives no correction the reason %j', async (why) => {
    expect(await wrong(fill(CorrectObservation, { measureId, period: '2017-10', value: '1', why }))).toEqual([
      ['why', 'Say why the figure was wrong, in at least 10 characters'],
    ]);
  });

  it.each(['1e5', '1,000', '57.2%', '', 'NaN'])('takes no figure like %j', async (value) => {
    expect(await wrong(fill(RecordObservation, { measureId, period: '2017-10', value }))).toEqual([
      ['value', 'Figure must be a number like 57.2, without a unit or thousands separators'],
    ]);
  });

  it('names the part of a target that is wrong', async () => {
    const target = { text: '90%', low: '90%', high: null };
    expect(await wrong(fill(SetTarget, { measureId, target, from: '2017-11' }))).toEqual([
      ['target.low', 'Low end of the target must be a number like 57.2, without a unit or thousands separators'],
    ]);
  });
});
