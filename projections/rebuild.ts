import { constants, setPriority } from 'node:os';
import { parseArgs } from 'node:util';
import { forget, type Built } from './kit/beside/build.js';
import { comparedInWords, differencesInWords } from './kit/beside/words.js';
import { Meter } from './kit/beside/meter.js';
import { rebuild, type Outcome } from './kit/beside/rebuild.js';
import type { AnyProjection } from './kit/define-projection.js';
import { EventFailed } from './kit/fold.js';
import { holdNow } from './kit/lock.js';
import { openReadSide, type ReadSide } from './open.js';
import { projections } from './projections.js';

const SCHEMA = 'read_beside';
const OPTIONS = { accept: { type: 'boolean', default: false }, afresh: { type: 'boolean', default: false } } as const;
type Wishes = Readonly<{ accept: boolean; afresh: boolean }>;
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());

const chosen = (names: readonly string[]): readonly AnyProjection[] => {
  const unknown = names.filter((name) => !projections.some((projection) => projection.name === name));
  if (unknown.length === 0) return projections.filter(({ name }) => names.length === 0 || names.includes(name));
  const all = projections.map(({ name }) => name).join(', ');
  throw new Error(`There is no projection called ${unknown.join(', ')}. Choose from: ${all}.`);
};

/** What to print, and whether it went well. */
const told = (name: string, outcome: Outcome): [sentence: string, well: boolean] => {
  switch (outcome.is) {
    case 'interrupted':
      return [`${name}: stopped at event ${outcome.position}. Run it again to go on from there.`, false];
    case 'different':
      return [
        `${differencesInWords(name, outcome.comparison)}\nThe live table was left as it is. Run it again with --accept to switch all the same.`,
        false,
      ];
    case 'switched':
      return [
        `${name}: rebuilt to event ${outcome.position} and switched; ${comparedInWords(outcome.comparison)}.`,
        true,
      ];
  }
};

const rebuildOne = async (
  projection: AnyProjection,
  { db, store, databaseUrl }: ReadSide,
  { accept, afresh }: Wishes,
): Promise<boolean> => {
  const { name } = projection;
  const lock = await holdNow(databaseUrl, 'rebuild', projection);
  if (!lock) throw new Error(`${name} is being rebuilt by another process. Wait for it, or stop it.`);
  const meter = new Meter(name, process.stdout);
  try {
    if (afresh) await forget(projection, { db, schema: SCHEMA });
    const watch = { signal: stop.signal, moved: (built: Built) => meter.show(built), accept };
    const outcome = await rebuild(projection, { db, store, schema: SCHEMA }, watch);
    meter.end();
    const [sentence, well] = told(name, outcome);
    console.log(sentence);
    return well;
  } catch (error) {
    meter.end();
    if (!(error instanceof EventFailed)) throw error;
    console.error(`${name}: cannot take ${error.message}. The live table was left as it is.`);
    return false;
  } finally {
    await lock.release();
  }
};

// People who work meanwhile go first.
setPriority(constants.priority.PRIORITY_LOW);
try {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: OPTIONS });
  const which = chosen(positionals);
  const side = await openReadSide(process.env, { runner: false });
  try {
    for (const projection of which)
      if (!stop.signal.aborted && !(await rebuildOne(projection, side, values))) process.exitCode = 1;
  } finally {
    await side.close();
  }
} catch (error) {
  console.error(`Nothing was rebuilt. ${error instanceof Error ? error.message : String(error)}`);
  // Not by the exit code alone: a read side that opened by half leaves connections that nobody can close.
  process.exit(1);
}
