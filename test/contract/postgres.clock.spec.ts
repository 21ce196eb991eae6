import { DataSource } from 'typeorm';
import { Subject } from 'rxjs';
import { momentOf, moments, positionAt } from '../../projections/kit/moments.js';
import { runProjection, type Progress } from '../../projections/kit/runner.js';
import { createTables } from '../../projections/kit/tables.js';
import { PostgresEventStore } from '../../src/event-store/postgres/postgres.event-store.js';
import { freshDatabase } from '../support/database.js';
import { collect, metadata, noted } from './event-store.support.js';

const at = (time: string) => `2018-01-16T${time}:00.000Z`;

describe('a clock that jumps back', () => {
  it('changes neither the order of the log nor what was known at a moment', async () => {
    const database = await freshDatabase();
    const store = await PostgresEventStore.open(database.url);
    const db = await new DataSource({
      type: 'postgres',
      url: database.url,
      entities: [moments.table.entity],
    }).initialize();
    for (const time of ['09:00', '09:30', '08:00', '09:15', '10:00'])
      await store.append('told', [{ ...noted(), metadata: { ...metadata, recordedAt: at(time) } }], 'any');
    expect((await collect(store.readAll(0n))).map((e) => e.metadata.recordedAt)).toEqual(
      ['09:00', '09:30', '08:00', '09:15', '10:00'].map(at),
    );

    await createTables(db, [moments]);
    const progress = new Subject<Progress>();
    const stopping = new AbortController();
    progress.subscribe(({ position }) => position >= 5n && stopping.abort());
    await runProjection(moments, { store, db, progress }, stopping.signal);

    const known = async (time: string) => (await positionAt(db, moments, at(time))).position;
    // 08:00 came after 09:30 was known: whoever asks for 09:00 must not be shown what was told later.
    expect([await known('08:30'), await known('09:00'), await known('09:29')]).toEqual([0n, 1n, 1n]);
    expect([await known('09:30'), await known('09:59'), await known('10:00')]).toEqual([4n, 4n, 5n]);
    expect(await Promise.all([1n, 2n, 3n, 4n, 5n].map((position) => momentOf(db, position)))).toEqual(
      ['09:00', '09:30', '09:30', '09:30', '10:00'].map(at),
    );
    await db.destroy();
    await store.close();
    await database.drop();
  });
});
