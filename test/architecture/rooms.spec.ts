import { broken, impure, RULES, sourceFiles } from './rooms.js';

describe('who may know whom', () => {
  it.each(RULES.map((rule) => [rule.says, rule] as const))('%s', (says, { from }) => {
    const files = sourceFiles().filter((file) => from.test(file));
    expect(files.length).toBeGreaterThan(0);
    expect(files.flatMap((file) => broken(file)).filter((line) => line.endsWith(says))).toEqual([]);
  });

  it.each(RULES.map((rule) => [rule.says, rule] as const))('objects when planted: %s', (says, { planted }) => {
    const [file, imported] = planted;
    expect(broken(file, `import { thing } from '${imported}';`).some((line) => line.endsWith(says))).toBe(true);
  });

  it('objects to a type that is taken from the wrong room', () =>
    expect(
      broken('src/plan/action/decider.ts', `import type { X } from '../../measures/measure/events.js';`),
    ).toHaveLength(1));
});

describe('no clock and no chance where facts are decided or folded', () => {
  it('is kept', () => expect(sourceFiles().filter((file) => impure(file))).toEqual([]));
  it.each(['src/plan/action/decider.ts', 'projections/action-board/index.ts', 'src/kernel/figure.ts'])(
    'objects when planted in %s',
    (file) => expect(impure(file, 'const now = Date.now();')).toBe(true),
  );
});

it('no room grows past 200 lines', async () => {
  const { readFileSync } = await import('node:fs');
  expect(sourceFiles().filter((file) => readFileSync(file, 'utf8').split('\n').length > 201)).toEqual([]);
});
