import { jest } from '@jest/globals';
import { Projections } from '../../projections/kit/projections.service.js';
import { projections } from '../../projections/projections.js';
import { EventStore } from '../../src/event-store/event-store.port.js';
import { startDemo, type Daybook } from '../support/app.js';
import { startProgram } from '../support/daybook-process.js';
import { newId } from '../../src/kernel/identifiers.js';
import { signIn, words } from '../support/visitor.js';

jest.setTimeout(90_000);

/** A row that the disk or a hand has spoilt, in the middle of an action's own history. */
describe('an event in the history of an action that can no longer be read', () => {
  const SPOILT = /ActionRated does not have the shape that it was declared with: .*\bto: Invalid option/;
  let daybook: Daybook;
  let spoilt: string;
  let other: string;
  let position: bigint;

  const note = (actionId: string) =>
    daybook.as('lead').post(`/api/actions/${actionId}/notes`, { note: 'Goes on', asAt: '2018-01-16' });

  beforeAll(async () => {
    daybook = await startDemo();
    const { body } = await daybook.as('lead').get('/api/actions').expect(200);
    [spoilt, other] = body.map(({ actionId }: { actionId: string }) => actionId);
    const data = { actionId: spoilt, from: null, to: 'purple', rationale: 'Half of it', asAt: '2018-01-16' };
    const metadata = {
      recordedAt: '2018-02-01T09:00:00.000Z',
      actor: { userId: 'someone', role: 'lead' as const },
      ...{ correlationId: 'planted', causationId: null, source: 'api', schemaVersion: 1 },
    };
    // Past the application, as a newer or a broken version of the software would have, or a damaged disk.
    const event = { id: newId(), type: 'ActionRated', data, metadata };
    ({ position } = await daybook.app.get(EventStore).append(`action-${spoilt}`, [event], 'exists'));
    await note(other).expect(200);
    await daybook.app.get(Projections).waitFor(await daybook.app.get(EventStore).head());
  });
  afterAll(() => daybook.stop());

  it('lets nothing more be decided about that action, and says why', async () => {
    const { body } = await note(spoilt).expect(500);
    expect(body).toMatchObject({ type: 'urn:daybook:problem:unreadable-event', detail: expect.stringMatching(SPOILT) });
    expect(body.detail).toMatch(new RegExp(`^ActionRated at event ${position} cannot be read: .*Tell your admin`));
    const lead = await signIn(daybook.url, 'lead');
    const form = await lead.form(`/actions/${spoilt}/note`);
    const { text } = await form.send({ note: 'Goes on', asAt: '2018-01-16' }).expect(500);
    expect(words(text)).toContain(`ActionRated at event ${position} cannot be read: `);
  });

  it('keeps nobody from any other action', async () => {
    const { body } = await note(other).expect(200);
    expect(body.position).toBeGreaterThan(Number(position));
  });

  it('is shown where the running of the service is', async () => {
    const { text } = await (await signIn(daybook.url, 'admin')).open('/operations').expect(200);
    expect(words(text)).toContain(`2 of ${projections.length} need attention.`);
    expect(
      words(text).match(new RegExp(`Stopped at event ${position.toLocaleString('en-GB')} \\(ActionRated\\)\\.`, 'g')),
    ).toHaveLength(2);
    expect(words(text)).toMatch(SPOILT);
  });

  it('is named by npm run verify, with what stopped and what cannot be rebuilt; the rest is verified', async () => {
    const program = startProgram('projections/verify.ts', [], daybook.place.env);
    expect(await program.ended).toEqual({ code: 1, signal: null });
    const found = program.output().match(/^FOUND .*$/gm)!;
    const event = `ActionRated at position ${position}: ActionRated`;
    expect(found.map((line) => line.slice(0, line.indexOf(' does not have the shape')))).toEqual([
      `FOUND the log: ActionRated at event ${position} cannot be read: ActionRated`,
      ...['action-board', 'audit-trail'].flatMap((name) => [
        `FOUND ${name}: it has stopped. ${event}`,
        `FOUND ${name}: it cannot be rebuilt. ${event}`,
      ]),
    ]);
    expect(program.output().match(/, all the same$/gm)).toHaveLength(projections.length - 2);
  });
});
