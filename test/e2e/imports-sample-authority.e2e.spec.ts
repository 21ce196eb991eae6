import { CommandBus, type ICommand } from '@nestjs/cqrs';
import { readConfig } from '../../src/app.config.js';
import { createApp } from '../../src/app.js';
import { SampleAuthority } from '../../src/demo/load-sample-authority.js';
import { momentAfter } from '../../src/demo/story/moment.js';
import { EventStore, type StoredEvent } from '../../src/event-store/event-store.port.js';
import { Importer } from '../../src/importers/importer.js';
import { Clock } from '../../src/kernel/clock.js';
import { prepare } from '../../src/prepare.js';
import { freshPlace, type Place } from '../support/place.js';

const configIn = ({ env }: Place) => readConfig({ ...env, DAYBOOK_MODE: 'demo' });
type App = Awaited<ReturnType<typeof createApp>>;

const logOf = async (app: App): Promise<StoredEvent[]> => {
  const events: StoredEvent[] = [];
  for await (const event of app.get<EventStore>(EventStore).readAll(0n)) events.push(event);
  return events;
};
/** What was said, whatever the ids and moments of saying it. */
const said = (log: readonly StoredEvent[]): string[] =>
  log.map(({ stream, type, data }) => JSON.stringify([stream, type, data])).sort();

/** A process that ends after so many commands: the rest are never sent. */
const endsAfter = (app: App, commands: number): CommandBus => {
  const bus = app.get(CommandBus);
  let left = commands;
  return new Proxy(bus, {
    get: (target, name) =>
      name === 'execute'
        ? (command: ICommand) => {
            left -= 1;
            return left < 0 ? Promise.reject(new Error('The power is off')) : target.execute(command);
          }
        : Reflect.get(target, name),
  });
};

describe('the sample authority', () => {
  let place: Place;
  let app: App;
  let log: StoredEvent[];
  beforeAll(async () => {
    place = await freshPlace();
    app = await createApp(configIn(place), place.databaseUrl);
    await prepare(app, configIn(place));
    log = await logOf(app);
  });
  afterAll(async () => {
    await app.close();
    await place.drop();
  });

  it('was told in the order of its simulated past', () => {
    const moments = log.map(({ metadata }) => metadata.recordedAt);
    expect(moments).toEqual([...moments].sort());
    expect([moments[0]?.slice(0, 10), moments.at(-1)?.slice(0, 10)]).toEqual(['2017-07-07', '2018-01-16']);
  });

  it('never says anything before it can have been known', () => {
    const early = log.filter(({ data, metadata }) => {
      const about = data.asAt ?? data.publishedOn;
      return typeof about === 'string' && Date.parse(momentAfter(about)) > Date.parse(metadata.recordedAt);
    });
    expect(early).toEqual([]);
  });

  it('had the figures of October only, until the paper was published', () => {
    const figures = log.filter(({ type }) => /^Observation/.test(type));
    const before = figures.filter(({ metadata }) => metadata.recordedAt < '2018-01-16');
    expect(new Set(before.map(({ data }) => data.period))).toEqual(new Set(['2017-10']));
    expect(before).toHaveLength(48);
    expect(
      figures
        .filter(({ type }) => type === 'ObservationContradicted')
        .map(({ data }) => data.value)
        .sort(),
    ).toEqual(['1.4', '1.6', '31', '41']);
  });

  it('says of every figure of the paper which row of which file it came from', () => {
    const imported = log.filter(({ metadata }) => metadata.source.startsWith('import:'));
    expect(imported.filter(({ type }) => type === 'PublishedRowRecorded')).toHaveLength(94);
    for (const { metadata } of imported)
      expect(metadata.source).toMatch(/^import:[0-9a-f]{64}#(dashboard|supervision)!\d+(-\d+)?$/);
  });

  it('is not told twice', async () => {
    await prepare(app, configIn(place));
    expect(await logOf(app)).toHaveLength(log.length);
    await app.get(SampleAuthority).load();
    expect(await logOf(app)).toHaveLength(log.length);
  });

  it.each([40, 300, 700])(
    'that was interrupted after %i commands is told to its end by the next start',
    async (commands) => {
      const other = await freshPlace();
      const again = await createApp(configIn(other), other.databaseUrl);
      try {
        const store = again.get<EventStore>(EventStore);
        const bus = endsAfter(again, commands);
        const sample = new SampleAuthority(bus, store, new Importer(bus, store), again.get<Clock>(Clock));
        await expect(sample.load()).rejects.toThrow('The power is off');
        const half = await logOf(again);
        expect(half.length).toBeGreaterThan(0);
        await prepare(again, configIn(other));
        expect(said(await logOf(again))).toEqual(said(log));
      } finally {
        await again.close();
        await other.drop();
      }
    },
  );
});
