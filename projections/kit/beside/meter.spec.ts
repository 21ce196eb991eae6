import { Meter } from './meter.js';

const shown = (isTTY: boolean, steps: readonly (readonly [seconds: number, position: number])[]) => {
  let now = 0;
  const written: string[] = [];
  const meter = new Meter('audit-trail', { isTTY, write: (text) => written.push(text) }, () => now);
  for (const [seconds, position] of steps) {
    now = seconds * 1_000;
    meter.show(BigInt(position), 1_000n);
  }
  meter.end();
  return written;
};

describe('the progress of a rebuild', () => {
  it('is a line every ten per cent where every line is kept', () => {
    const steps = [...Array(101).keys()].map((percent) => [percent, percent * 10] as const);
    const written = shown(false, steps);
    expect(written).toHaveLength(10);
    expect(written[0]).toBe('audit-trail  10 %, event 100 of 1000, 10 a second, about 2 min left\n');
    expect(written.at(-1)).toBe('audit-trail  100 %, event 1000 of 1000\n');
  });

  it('is one line that is drawn over on a terminal, and gone at the end', () => {
    const written = shown(true, [
      [0, 500],
      [0.01, 501],
      [10, 600],
    ]);
    expect(written).toEqual([
      `\r\x1b[K${'█'.repeat(15)}${'░'.repeat(15)} audit-trail  50 %, event 500 of 1000`,
      `\r\x1b[K${'█'.repeat(18)}${'░'.repeat(12)} audit-trail  60 %, event 600 of 1000, 10 a second, about 40 s left`,
      '\r\x1b[K',
    ]);
  });

  it('is complete at once on an empty log', () => {
    const written: string[] = [];
    new Meter('council', { write: (text) => written.push(text) }).show(0n, 0n);
    expect(written).toEqual(['council  100 %, event 0 of 0\n']);
  });
});
