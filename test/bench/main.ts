// `npm run bench`, and after `--`: --quick (under five minutes), --tiny (a trial), --only <part of a name>,
// --json <file>, --kept <file> (go on from there when it was interrupted),
// --from <file> (write RESULTS.md once more from what --json wrote). A full run writes RESULTS.md beside this file.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { bench } from './bench.js';
import { keptIn } from './kept.js';
import { inMarkdown } from './markdown.js';
import { inWords } from './report.js';
import type { Report } from './results.js';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    tiny: { type: 'boolean', default: false },
    built: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    json: { type: 'string' },
    kept: { type: 'string' },
    from: { type: 'string' },
  },
});
const size = values.tiny ? 'tiny' : values.quick ? 'quick' : 'full';

const write = (report: Report) => writeFileSync(new URL('RESULTS.md', import.meta.url), inMarkdown(report));

try {
  if (values.from) {
    write(JSON.parse(readFileSync(values.from, 'utf8')) as Report);
    process.exit(0);
  }
  const kept = values.kept ? keptIn(values.kept, size) : undefined;
  const { only, built } = values;
  const report = await bench({ size, only, built, say: (line) => console.error(line), ...(kept ? { kept } : {}) });
  console.log(inWords(report));
  if (values.json) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
  if (size === 'full' && values.only === '') write(report);
  process.exit(0);
} catch (error) {
  console.error(
    `The benchmark was not finished. ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  );
  process.exit(1);
}
