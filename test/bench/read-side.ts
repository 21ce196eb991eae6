import { openReadSide, type ReadSide } from '../../projections/open.js';
import { fillLog } from './council-log/fill-log.js';
import type { Bench } from './workloads/workload.js';

/** What the product's programs are told; the mode only decides whose accounts there are. */
export const envFor = (databaseUrl: string): NodeJS.ProcessEnv => ({
  DATABASE_URL: databaseUrl,
  DAYBOOK_MODE: 'demo',
  HOST: '127.0.0.1',
  PORT: '0',
});

export const withReadSideAt = async <T>(url: string, work: (side: ReadSide) => Promise<T>): Promise<T> => {
  const side = await openReadSide(envFor(url), { runner: false });
  try {
    return await work(side);
  } finally {
    await side.close();
  }
};

export const withReadSide = <T>({ server }: Bench, work: (side: ReadSide) => Promise<T>): Promise<T> =>
  server.withDatabase((url) => withReadSideAt(url, work));

/** The same on a council's log of so many events. */
export const withCouncilLog = <T>(bench: Bench, events: number, work: (side: ReadSide) => Promise<T>): Promise<T> =>
  withReadSide(bench, async (side) => {
    await fillLog(side, events, bench.sizes.months);
    return work(side);
  });
