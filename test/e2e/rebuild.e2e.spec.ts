import { DataSource } from 'typeorm';
import { bookmarks } from '../../projections/kit/bookmarks.js';
import { Projections } from '../../projections/kit/projections.service.js';
import { runProjection } from '../../projections/kit/runner.js';
import { projections } from '../../projections/projections.js';
import { EventStore } from '../../src/event-store/event-store.port.js';
import { startDemo, type Daybook } from '../support/app.js';
import { Subject } from 'rxjs';

describe('rebuilding from the log', () => {
  let daybook: Daybook;
  beforeAll(async () => {
    daybook = await startDemo();
  });
  afterAll(() => daybook.stop());

  const rowsOf = (db: DataSource, table: string): Promise<unknown[]> =>
    db.query(`select * from read.${table} order by "rowKey", "knownFrom"`);

  it.each(projections.map((projection) => [projection.name, projection] as const))(
    'gives exactly the rows that running live gave: %s',
    async (_name, projection) => {
      const db = daybook.app.get(DataSource);
      const store = daybook.app.get(EventStore);
      await daybook.app.get(Projections).waitFor(await store.head());
      const live = await rowsOf(db, projection.table.tableName);
      expect(live.length).toBeGreaterThan(0);

      await bookmarks.reset(db, projection);
      const stop = new AbortController();
      const progress = new Subject<{ projection: string; position: bigint }>();
      const head = await store.head();
      progress.subscribe(({ position }) => position >= head && stop.abort());
      await runProjection(projection, { store, db, progress }, stop.signal);

      expect(await rowsOf(db, projection.table.tableName)).toEqual(live);
    },
  );
});
