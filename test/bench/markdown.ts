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

/** What somebody has to know who would rather trust another benchmark. */
const METHOD = `- Everybody stores the same bytes: 500 of data as JSON, and Daybook's metadata beside it.
- An append, a rebuild or a read is started after a checkpoint or a warm-up, whoever's it is.
- Peers rebuild a smaller log, written by one writer, into a narrower row. Their rates are for that log.
- A peer's follower is beside as many writers, for fewer events: \`sizes\` says how many. What it was never given is counted
  when nothing has come for five seconds.
- Lag counts from the moment the writer was told. By Daybook it ends when the row is committed, by a peer already when
  its handler is called.
- The dashboard has the same history of figures in both logs; what is ten times as much is everything else.
- \`copy-of-rows\` is COPY of the finished rows out of a file on the server into the same table, with its indexes made last.
- Peers that change how the driver reads values for the whole process have that put back after they are opened.`;

/** What stands in the way of the targets that were not reached. */
const bounds = (report: Report): string => {
  const lines = judge(report).flatMap(({ target, bound }) =>
    bound ? [`- **${target.workload}**, ${target.says}: ${bound}`] : [],
  );
  return lines.length === 0 ? '' : `### What bounds the others\n\n${lines.join('\n')}\n\n`;
};

/** The whole report, as it is kept beside the benchmark. */
export const inMarkdown = (report: Report): string => {
  const { machine, settings, workloads } = report;
  const results = Object.entries(workloads);
  return `# What the benchmark says

Made by \`npm run bench\`; run it again and it is written anew. ${machineInWords(machine)} Code: ${String(settings['code'])}.

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

${bounds(report)}## Measurements

${table(
  ['workload', 'who', 'median', 'unit', 'ratio'],
  results.flatMap(([name, result]) => rows(name, result)),
)}

## Also measured

${table(
  ['workload', 'what', ''],
  results.flatMap(([name, result]) => beside(name, result)),
)}

## How it is measured

${METHOD}

## Settings

\`\`\`json
${JSON.stringify(settings, null, 2)}
\`\`\`
`;
};
