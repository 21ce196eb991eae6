import { runningProcess } from './processes.js';

const LOOK_EVERY_MS = 1_000;
const SHELL = /^(\S*\/)?[a-z]*sh\b/;

/**
 * Calls `stop` once when `npm start` has gone. Does nothing when Daybook was not started by npm.
 */
export function stopWithParent(stop: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const started = lineage();
  // Whoever kills npm outright means all of it, but npm then has no time to tell us: without this, the app and its
  // database would run on with nobody to stop them.
  const watch = setInterval(() => {
    if (lineage() === started) return;
    clearInterval(watch);
    stop();
  }, LOOK_EVERY_MS);
  watch.unref();
}

/** Our parent, and where that is only the shell that npm put in between, npm behind it. */
function lineage(): string {
  const parent = runningProcess(process.ppid);
  return parent && SHELL.test(parent.command) ? `${process.ppid} ${parent.parent}` : String(process.ppid);
}
