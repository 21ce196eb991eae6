import { Meter } from './meter.js';

type Step = readonly [seconds: number, position: number, events: number];

const shown = (isTTY: boolean, steps: readonly Step[]) => {
  let now = 0;
  const written: string[] = [];
  const meter = new Meter('audit-trail', { isTTY, write: (text) => written.push(text) }, () => now);
  for (const [seconds, position, events] of steps) {
    now = seconds * 1_000;
    meter.show({ position: BigInt(position), of: 1_000n, events });
  }
  meter.end();
  return written;
};

describe('the progress of a rebuild', () => {
  it('is a line every ten per cent where every line is kept', () => {
    const steps = [...Array(101).keys()].map((percent): Step => [percent, percent * 10, percent === 0 ? 0 : 10]);
    const written = shown(false, steps);
    expect(written).toHaveLength(10);
    expect(written[0]).toBe(
      'audit-trail  10 %, at event 100, the last is 1000, 10 events a second, about 2 min left\n',
    );
    expect(written.at(-1)).toBe('audit-trail  100 %, at event 1000, the last is 1000\n');
  });

  it('is one line that is drawn over on a terminal, and gone at the end', () => {
    const written = shown(true, [
      [0, 500, 0],
      [0.01, 501, 1],
      [10, 600, 29],
    ]);
    expect(written).toEqual([
      `\r\x1b[K${'█'.repeat(15)}${'░'.repeat(15)} audit-trail  50 %, at event 500, the last is 1000`,
      `\r\x1b[K${'█'.repeat(18)}${'░'.repeat(12)} audit-trail  60 %, at event 600, the last is 1000, 3 events a second, about 40 s left`,
      '\r\x1b[K',
    ]);
  });

  it('is complete at once on an empty log', () => {
    const written: string[] = [];
    new Meter('council', { write: (text) => written.push(text) }).show({ position: 0n, of: 0n, events: 0 });
    expect(written).toEqual(['council  100 %, at event 0, the last is 0\n']);
  });
});
