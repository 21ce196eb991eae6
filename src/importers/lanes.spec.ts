import { setImmediate as turn } from 'node:timers/promises';
import { inLanes } from './lanes.js';

describe('working in lanes', () => {
  it('answers in the order of the list, never more at a time than there are lanes', async () => {
    let [busy, most] = [0, 0];
    const answers = await inLanes([5, 1, 3, 0, 2], 2, async (turns) => {
      busy += 1;
      most = Math.max(most, busy);
      for (let i = 0; i < turns; i += 1) await turn();
      busy -= 1;
      return turns * 10;
    });
    expect(answers).toEqual([50, 10, 30, 0, 20]);
    expect(most).toBe(2);
  });

  it('begins nothing new after a failure, and ends what is under way', async () => {
    const ended: number[] = [];
    const work = async (item: number) => {
      if (item === 1) throw new Error('no');
      await turn();
      ended.push(item);
    };
    await expect(inLanes([0, 1, 2, 3], 2, work)).rejects.toThrow('no');
    expect(ended).toEqual([0]);
  });
});
