import { openReadSide } from './open.js';

/** The worker: only the runner. It stops on SIGTERM or Ctrl-C when the batch at hand is written. */
try {
  const { close } = await openReadSide(process.env, { runner: true });
  let stopping: Promise<void> | null = null;
  const stop = () => {
    stopping ??= close().then(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  console.log('The projections are running. Stop with Ctrl-C.');
} catch (error) {
  console.error(`The projections did not start. ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
