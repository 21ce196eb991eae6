import { writeFileSync } from 'node:fs';
import { eventCatalogue } from '../../src/event-catalogue.js';
import { printCatalogue } from './event-catalogue.print.js';
import { CATALOGUE, shapeProblems, SHAPES, storedShapes, withToday } from './event-catalogue.js';

const events = [...eventCatalogue.values()];
const stored = storedShapes();
const problems = shapeProblems(stored, events);
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exitCode = 1;
} else {
  writeFileSync(SHAPES, `${JSON.stringify(withToday(stored, events), null, 2)}\n`);
  writeFileSync(CATALOGUE, printCatalogue(events));
  console.log(`Wrote ${events.length} events to event-catalogue.md and event-shapes.json`);
}
