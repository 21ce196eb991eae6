import { jest } from '@jest/globals';
import { CrashTest, type Victim } from '../support/crash.js';

jest.setTimeout(120_000);

/** More rounds: npm run crash -- --rounds 20 */
describe('kill -9 in the middle of load', () => {
  const crash = new CrashTest();
  beforeAll(() => crash.start());
  afterAll(() => crash.stop());

  it.each<[Victim, number]>([
    ['app', 0],
    ['database', 15],
    ['app', 30],
    ['database', 45],
  ])(
    'of the %s loses nothing that was acknowledged, doubles nothing and leaves no half batch',
    async (victim, after) => {
      const report = await crash.round(victim, after);
      expect(report).toMatchObject({ lost: [], doubled: [], halfBatches: [], verify: '' });
      expect(report.acknowledged).toBeGreaterThan(after);
      expect(report.unanswered).toBeGreaterThan(0);
    },
  );
});
