import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { stopWithParent } from './parent.js';

describe('stopping with npm', () => {
  const environment = { ...process.env };

  beforeEach(() => {
    jest.useFakeTimers();
  });

  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
    process.env = environment;
  });

  it.each([
    { given: 'started by npm, which stays', script: 'start', then: process.ppid, stops: 0 },
    { given: 'started by npm, which goes', script: 'start', then: 1, stops: 1 },
    { given: 'started by a terminal, which goes', script: undefined, then: 1, stops: 0 },
  ])('$given: stops $stops times', ({ script, then, stops }) => {
    process.env = { ...environment, npm_lifecycle_event: script };
    if (script === undefined) delete process.env.npm_lifecycle_event;
    const stop = jest.fn();
    stopWithParent(stop);
    jest.replaceProperty(process, 'ppid', then);
    jest.advanceTimersByTime(5_000);
    expect(stop).toHaveBeenCalledTimes(stops);
  });
});
