import pg from 'pg';
import { Projections } from '../../projections/kit/projections.service.js';
import { EventStore } from '../../src/event-store/event-store.port.js';
import { startDemo, type Daybook } from './app.js';

export type DaybookBeside = Daybook & Readonly<{ client: pg.Client }>;

/** A Daybook whose tables have caught up with its log, and a connection of the spec's own to its database. */
export const startBeside = async (): Promise<DaybookBeside> => {
  const daybook = await startDemo();
  const client = new pg.Client({ connectionString: daybook.databaseUrl });
  await client.connect();
  await daybook.app.get(Projections).waitFor(await daybook.app.get(EventStore).head());
  const stop = async () => {
    await client.end();
    await daybook.stop();
  };
  return { ...daybook, client, stop };
};
