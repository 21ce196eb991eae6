import { eventCatalogue } from '../src/event-catalogue.js';
import { comparedInWords } from './kit/beside/words.js';
import { holdNow } from './kit/lock.js';
import { Findings } from './kit/verify/findings.js';
import { verifyLog } from './kit/verify/log.js';
import { verifyReadModel } from './kit/verify/read-models.js';
import { openReadSide, type ReadSide } from './open.js';
import { projections } from './projections.js';

const SCHEMA = 'read_verify';

const verify = async ({ db, store, databaseUrl, gapless }: ReadSide, findings: Findings): Promise<void> => {
  const { events, last, late } = await verifyLog(store, eventCatalogue, findings, { gapless });
  console.log(`the log: ${events.toLocaleString('en-GB')} events read, the last at ${last}`);
  if (late.count > 0)
    console.log(
      `the log: a clock jumped back: ${late.count.toLocaleString('en-GB')} recorded at an earlier moment than an event before them, the first of them event ${late.first}. Their order does not depend on it`,
    );
  for (const projection of projections) {
    const lock = await holdNow(databaseUrl, 'verify', projection);
    if (!lock) throw new Error(`${projection.name} is being verified by another process. Wait for it, or stop it.`);
    try {
      const compared = await verifyReadModel(projection, { db, store, schema: SCHEMA }, findings);
      if (compared?.different === 0) console.log(`${projection.name}: ${comparedInWords(compared)}`);
    } finally {
      await lock.release();
    }
  }
};

try {
  const findings = new Findings((sentence) => console.error(`FOUND ${sentence}`));
  const side = await openReadSide(process.env, { runner: false });
  try {
    await verify(side, findings);
  } finally {
    await side.close();
  }
  console.log(findings.count === 0 ? 'Nothing was found.' : `${findings.count.toLocaleString('en-GB')} found.`);
  process.exitCode = findings.count === 0 ? 0 : 1;
} catch (error) {
  console.error(`Not everything was verified. ${error instanceof Error ? error.message : String(error)}`);
  // Not by the exit code alone: a read side that opened by half leaves connections that nobody can close.
  process.exit(1);
}
