import { Projections } from '../../projections/kit/projections.service.js';
import { projections } from '../../projections/projections.js';
import { createApp } from '../../src/app.js';
import { readConfig } from '../../src/app.config.js';
import { EventStore, type StoredEvent } from '../../src/event-store/event-store.port.js';
import { newId } from '../../src/kernel/identifiers.js';
import { startDemo, type Daybook } from '../support/app.js';
import { damage } from '../support/damaged-log.js';
import { signIn } from '../support/visitor.js';

/** Written past the application, as a newer or a broken version of the software would have. */
type Planted = Readonly<{ type: string; version: number; data: object; stops: readonly string[]; says: RegExp }>;

const actionId = newId();
const METADATA = {
  recordedAt: '2018-02-01T09:00:00.000Z',
  actor: { userId: 'someone', role: 'lead' as const },
  correlationId: 'planted',
  causationId: null,
  source: 'api',
};

describe.each<[string, Planted]>([
  [
    'of an unknown type',
    {
      type: 'ActionForgotten',
      version: 1,
      data: { actionId },
      stops: ['audit-trail'],
      says: /does not know events of that name/,
    },
  ],
  [
    'of a newer version',
    {
      type: 'ActionRated',
      version: 99,
      data: { actionId },
      stops: ['action-board', 'audit-trail'],
      says: /stored at version 99.*Start the newer version/,
    },
  ],
  [
    'of an unknown shape',
    {
      type: 'ActionRated',
      version: 1,
      data: { actionId, to: 'purple' },
      stops: ['action-board', 'audit-trail'],
      says: /does not have the shape that it was declared with: .*\bto: Invalid option: expected one of "blue"/,
    },
  ],
  [
    'that no column can hold',
    {
      type: 'ProgressNoted',
      version: 1,
      data: { actionId: '6a4a4a9c-0d2b-5e8f-9a51-0f6f5d7c1a02', note: 'nul \u0000', asAt: '2018-01' },
      stops: ['audit-trail'],
      says: /unsupported Unicode escape sequence/,
    },
  ],
])('an event %s', (_what, planted) => {
  let daybook: Daybook;
  let event: StoredEvent;

  const store = () => daybook.app.get(EventStore);
  const plant = async (): Promise<StoredEvent> => {
    const { type, version, data } = planted;
    const event = { id: newId(), type, data: { ...data }, metadata: { ...METADATA, schemaVersion: version } };
    const stream = `planted-${newId()}`;
    const { position } = await store().append(stream, [event], 'none');
    return { ...event, stream, revision: 0, position };
  };
  const settled = async () => {
    const head = await store().head();
    await daybook.app.get(Projections).waitFor(head);
    return daybook.app.get(Projections).status();
  };
  const stoppedOf = async () => (await settled()).filter(({ failure }) => failure).map(({ projection }) => projection);

  beforeAll(async () => {
    daybook = await startDemo();
    await settled();
    event = await plant();
    const { body } = await daybook.as('lead').get('/api/actions').expect(200);
    // A later fact is recorded, whatever has become of the one before it.
    await daybook
      .as('lead')
      .post(`/api/actions/${body[0].actionId}/notes`, { note: 'Later', asAt: '2018-02' })
      .expect(200);
  });
  afterAll(() => daybook.stop());

  it('stops the projections that listen to it, right before it, and no other', async () => {
    const status = await settled();
    expect(
      status
        .filter(({ failure }) => failure)
        .map(({ projection }) => projection)
        .sort(),
    ).toEqual(planted.stops);
    const head = await store().head();
    for (const one of status) {
      if (one.failure)
        expect([one.position < event.position, one.failure.position]).toEqual([true, String(event.position)]);
      else expect(String(one.position)).toBe(String(head));
    }
    expect(status).toHaveLength(projections.length);
  });

  it('is named on /health and on every page', async () => {
    const { body } = await daybook.as('board').get('/health').expect(503);
    expect(body.error.projections.stopped).toHaveLength(planted.stops.length);
    for (const stopped of body.error.projections.stopped) {
      expect(stopped).toMatchObject({ position: String(event.position), type: planted.type });
      expect(stopped.message).toMatch(planted.says);
    }
    const reader = await signIn(daybook.url, 'board');
    const { text } = await reader.open('/plan').expect(200);
    for (const name of planted.stops) expect(text).toContain(`The ${name.replaceAll('-', ' ')} has stopped updating`);
  });

  it('is tried again at the next start, and taken once it can be', async () => {
    await daybook.app.close();
    // Stands for the mended software: from now on this event can be read.
    await damage(daybook.place).rewrite(event, {
      type: 'ProgressNoted',
      data: { actionId, note: 'Mended', asAt: '2018-01' },
      metadata: { ...METADATA, schemaVersion: 1 },
    });
    const app = await createApp(readConfig({ ...daybook.place.env, DAYBOOK_MODE: 'demo' }), daybook.databaseUrl);
    const { place } = daybook;
    daybook = { ...daybook, app, stop: () => app.close().then(() => place.drop()) };
    expect(await stoppedOf()).toEqual([]);
  });
});
