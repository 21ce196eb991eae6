import { resultOf } from './pairs.js';
import { inMarkdown } from './markdown.js';
import { figure, withSpread } from './report.js';
import { judge, type Target } from './targets.js';

const workloads = {
  appending: resultOf('events a second', { peer: [{ daybook: 30, peer: 10 }] }, { also: { missed: 1 } }),
};
const target = (of: Target['of'], limits: Pick<Target, 'least' | 'most'>): Target => ({
  ...{ workload: 'appending', says: 'as said', of },
  ...limits,
});

describe('targets', () => {
  it.each([
    ['a ratio that is high enough', target({ ratio: 'peer' }, { least: 3 }), 3, true],
    ['a ratio that is too low', target({ ratio: 'peer' }, { least: 3.1 }), 3, false],
    ['a count that is low enough', target({ also: 'missed' }, { most: 1 }), 1, true],
    ['a count that is too high', target({ also: 'missed' }, { most: 0 }), 1, false],
  ])('%s', (_what, one, measured, reached) =>
    expect(judge({ workloads }, [one])).toEqual([{ target: one, measured, reached, bound: null }]),
  );

  it('says what bounds it only where it was not reached', () => {
    const bound = ({ ratio }: { ratio: Readonly<Record<string, number>> }) => `at ${ratio['peer']} the disk is busy`;
    const judged = (least: number) => judge({ workloads }, [{ ...target({ ratio: 'peer' }, { least }), bound }])[0];
    expect(judged(3.1)).toMatchObject({ reached: false, bound: 'at 3 the disk is busy' });
    expect(judged(3)).toMatchObject({ reached: true, bound: null });
  });

  it('leaves out what was not measured', () => {
    const absent = [target({ ratio: 'nobody' }, {}), { ...target({ ratio: 'peer' }, {}), workload: 'reading' }];
    expect(judge({ workloads }, absent)).toEqual([]);
  });
});

describe('figures in words', () => {
  it.each([
    [12_345.6, '12,300'],
    [1_573, '1,573'],
    [999, '999'],
    [1_000, '1,000'],
    [1.2345, '1.23'],
    [0, '0'],
    [0.01234, '0.0123'],
  ])('%d is written %s', (value, text) => expect(figure(value)).toBe(text));

  it('shows a spread only where there is one', () => {
    expect(withSpread({ median: 2, least: 1, most: 3 }, ' ×')).toBe('2 × (1 to 3)');
    expect(withSpread({ median: 2, least: 2, most: 2 }, ' ×')).toBe('2 ×');
  });

  it('writes the report with its machine, targets and measurements', () => {
    const machine = { cores: 2, memoryGb: 24, node: '20.20.2', postgres: '18.4', system: 'Linux', loadBefore: 0.1 };
    const text = inMarkdown({ machine, settings: { size: 'full' }, workloads });
    expect(text).toContain('Linux, 2 cores, 24 GB of memory, Node 20.20.2, PostgreSQL 18.4');
    expect(text).toContain('| appending | peer | 10 | events a second | 3 × |');
    expect(text).toContain('| appending | missed | 1 |');
  });
});
