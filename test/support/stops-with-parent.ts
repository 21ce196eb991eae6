// A process with nothing to do but to end when npm does.
import { stopWithParent } from '../../src/event-store/embedded/index.js';

setInterval(() => undefined, 60_000);
stopWithParent(() => process.exit(0));
process.stdout.write(`${process.pid}\n`);
