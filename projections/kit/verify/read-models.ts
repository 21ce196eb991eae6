import { bookmarks } from '../bookmarks.js';
import { buildBeside, forget, type Beside } from '../beside/build.js';
import type { Comparison } from '../beside/compare.js';
import { compareWithLive } from '../beside/rebuild.js';
import { differencesInWords } from '../beside/words.js';
import type { AnyProjection } from '../define-projection.js';
import { EventFailed } from '../fold.js';
import type { Findings } from './findings.js';

/**
 * Builds one projection afresh in a schema of its own, compares it with the live table, and drops it again.
 * @returns what was compared; null when it cannot be rebuilt
 */
export const verifyReadModel = async (
  projection: AnyProjection,
  on: Beside,
  findings: Findings,
): Promise<Comparison | null> => {
  const { name } = projection;
  const [live] = await bookmarks.all(on.db, [projection]);
  const head = await on.store.head();
  if (live!.position > head)
    findings.add(`${name}: it has come to event ${live!.position}, and the log ends at event ${head}`);
  if (live!.failure) findings.add(`${name}: it has stopped. ${live!.failure.message}`);
  await forget(projection, on);
  try {
    await buildBeside(projection, on, { signal: new AbortController().signal, moved: () => undefined });
    const comparison = await compareWithLive(projection, on);
    if (comparison.different > 0) findings.add(differencesInWords(name, comparison));
    return comparison;
  } catch (error) {
    if (!(error instanceof EventFailed)) throw error;
    findings.add(`${name}: it cannot be rebuilt. ${error.message}`);
    return null;
  } finally {
    await forget(projection, on);
  }
};
