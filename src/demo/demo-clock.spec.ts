import { DemoClock } from './demo-clock.js';

describe('the clock of a demonstration', () => {
  it('stands where it was set, and moves a millisecond at each look', () => {
    const clock = new DemoClock();
    clock.set('2017-11-14T09:00:00Z');
    expect([clock.now(), clock.now()]).toEqual(['2017-11-14T09:00:00.000Z', '2017-11-14T09:00:00.001Z']);
  });

  it('reads the real time once it is let go', () => {
    const clock = new DemoClock();
    clock.set('2017-11-14T09:00:00Z');
    clock.release();
    expect(clock.now() > '2026').toBe(true);
  });
});
