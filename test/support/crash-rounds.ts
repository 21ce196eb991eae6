// `npm run crash -- --rounds 20`: each round kills the app or its database in the middle of load, and counts.
import { parseArgs } from 'node:util';
import { CrashTest, type Victim } from './crash.js';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '20' } } });
const rounds = Number(values.rounds);
const crash = new CrashTest();
await crash.start();
try {
  for (let round = 0; round < rounds; round += 1) {
    const victim: Victim = round % 2 === 0 ? 'app' : 'database';
    const { acknowledged, unanswered, lost, doubled, halfBatches, verify } = await crash.round(victim, round * 7);
    const found = lost.length + doubled.length + halfBatches.length;
    console.log(
      `round ${round + 1}, ${victim} killed: ${acknowledged} acknowledged so far, ${unanswered} unanswered; ` +
        `${lost.length} lost, ${doubled.length} doubled, ${halfBatches.length} half batches; verify ${verify ? 'FOUND' : 'found nothing'}`,
    );
    if (verify) console.error(verify);
    if (found > 0 || verify) process.exitCode = 1;
  }
} finally {
  await crash.stop();
}
