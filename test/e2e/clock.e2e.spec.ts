import { jest } from '@jest/globals';
import { DemoClock } from '../../src/demo/demo-clock.js';
import { Clock } from '../../src/kernel/clock.js';
import { startDemo, type Daybook } from '../support/app.js';
import { startProgram } from '../support/daybook-process.js';

jest.setTimeout(90_000);

/** The demonstration's clock can be set: here it stands for the machine's, in the hands of somebody who sets it wrong. */
describe('a clock that jumps back under a running Daybook', () => {
  let daybook: Daybook;
  let clock: DemoClock;
  let actionId: string;

  beforeAll(async () => {
    daybook = await startDemo();
    clock = daybook.app.get<Clock, DemoClock>(Clock);
    const { body } = await daybook.as('lead').get('/api/actions').expect(200);
    actionId = body[0].actionId;
  });
  afterAll(() => daybook.stop());

  const note = async (text: string) => {
    const sent = { note: text, asAt: '2018-01-16' };
    const { body } = await daybook.as('lead').post(`/api/actions/${actionId}/notes`, sent).expect(200);
    return body.position as number;
  };
  const health = async () => (await daybook.as('board').get('/health').expect(200)).body.info.log;
  const lastNote = async (knownAt = '') => {
    const { body } = await daybook.as('lead').get(`/api/actions/${actionId}${knownAt}`).expect(200);
    return body.lastNote as string;
  };

  it('says nothing while it goes right', async () => {
    clock.set('2030-01-16T09:00:00Z');
    const position = await note('On time');
    expect(await health()).toEqual({ status: 'up', position });
  });

  it('goes on in order, and says on /health what to do', async () => {
    clock.set('2030-01-16T08:00:00Z');
    const position = await note('An hour back');
    expect(await lastNote()).toBe('An hour back');
    expect(await health()).toEqual({
      status: 'up',
      position,
      clock:
        'The clock of this machine has jumped back: it says 16 January 2030 at 08:00, and an event was recorded on 16 January 2030 at 09:00. Set it right. The order of the log does not depend on it, but what is recorded until then counts as known at that later moment.',
    });
  });

  it('shows nobody who asks for a moment what was told after it', async () => {
    clock.set('2030-01-16T10:00:00Z');
    await note('Set right');
    expect(await lastNote('?knownAt=2030-01-16T08:30:00Z')).not.toMatch(/On time|An hour back/);
    expect(await lastNote('?knownAt=2030-01-16T09:30:00Z')).toBe('An hour back');
    expect(await health()).not.toHaveProperty('clock');
  });

  it('is told by npm run verify, and is no fault of the log', async () => {
    const program = startProgram('projections/verify.ts', [], daybook.place.env);
    expect([await program.ended, program.output()]).toEqual([
      { code: 0, signal: null },
      expect.stringMatching(/^the log: a clock jumped back: 1 recorded at an earlier moment .*$/m),
    ]);
  });
});
