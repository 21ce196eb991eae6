const LOOK_EVERY_MS = 1_000;

/**
 * Calls `stop` once when `npm start` has gone. Does nothing when Daybook was not started by npm.
 */
export function stopWithParent(stop: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  // npm does not pass on SIGKILL, nor a closed terminal in every shell: without this, killing npm would leave the
  // app and its database running with nobody to stop them.
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, LOOK_EVERY_MS);
  watch.unref();
}
