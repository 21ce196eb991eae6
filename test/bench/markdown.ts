import { figure, withSpread } from './report.js';
import type { Machine, Report, Result } from './results.js';
import { judge } from './targets.js';

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const machineInWords = ({ cores, memoryGb, node, postgres, system, loadBefore }: Machine): string =>
  `${system}, ${cores} cores, ${memoryGb} GB of memory, Node ${node}, PostgreSQL ${postgres}; load ${loadBefore} when the run began.`;

const rows = (name: string, { unit, spread }: Result): string[][] => [
  [name, 'daybook', withSpread(spread.daybook, ''), unit, ''],
  ...Object.entries(spread.peers).map(([peer, of]) => [
    ...[name, peer, withSpread(of, ''), unit],
    withSpread(spread.ratio[peer]!, ' ×'),
  ]),
];

const beside = (name: string, { also }: Result): string[][] =>
  Object.entries(also).map(([what, value]) => [name, what, figure(value)]);

/** The whole report, as it is kept beside the benchmark. */
export const inMarkdown = (report: Report): string => {
  const { machine, settings, workloads } = report;
  const results = Object.entries(workloads);
  return `# What the benchmark says

Made by \`npm run bench\`; run it again and it is written anew. ${machineInWords(machine)}

Ratios are the point: each peer was measured directly after Daybook, several times, on the same server, and a ratio is
the median of those pairs (least to most in brackets). It says how many times better Daybook was, so below 1 the peer
was better. The rates and times beside them are this machine's.

## Targets

${table(
  ['workload', 'target', 'measured', ''],
  judge(report).map(({ target, measured, reached }) => [
    ...[target.workload, target.says, figure(measured)],
    reached ? 'reached' : '**not reached**',
  ]),
)}

## Measurements

${table(
  ['workload', 'who', 'median', 'unit', 'ratio'],
  results.flatMap(([name, result]) => rows(name, result)),
)}

## Also measured

${table(
  ['workload', 'what', ''],
  results.flatMap(([name, result]) => beside(name, result)),
)}

## Settings

\`\`\`json
${JSON.stringify(settings, null, 2)}
\`\`\`
`;
};
