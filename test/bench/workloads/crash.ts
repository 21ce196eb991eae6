import { CrashTest, type RoundReport, type Victim } from '../../support/crash.js';
import { resultOf } from '../pairs.js';
import type { Workload } from './workload.js';

const VICTIMS: readonly Victim[] = ['app', 'database'];
/** Each round is killed a little later than the one before it. */
const LATER = 7;

/** Kills the app and its database in turns, in the middle of load, and counts over the whole log after each. */
export const crash: Workload = {
  names: 'crash',
  run: async ({ sizes, say }) => {
    const test = new CrashTest();
    const took: number[] = [];
    const reports: RoundReport[] = [];
    await test.start();
    try {
      for (let round = 0; round < sizes.crashes; round += 1) {
        const began = performance.now();
        const report = await test.round(VICTIMS[round % VICTIMS.length]!, round * LATER);
        took.push(performance.now() - began);
        reports.push(report);
        if (report.verify) say(report.verify);
      }
    } finally {
      await test.stop();
    }
    const last = reports.at(-1)!;
    const also = {
      rounds: reports.length,
      acknowledged: last.acknowledged,
      unanswered: reports.reduce((sum, { unanswered }) => sum + unanswered, 0),
      lost: last.lost.length,
      doubled: last.doubled.length,
      'half batches': last.halfBatches.length,
      'rounds after which verify found something': reports.filter(({ verify }) => verify !== '').length,
    };
    return { crash: resultOf('milliseconds', {}, { alone: took, also }) };
  },
};
