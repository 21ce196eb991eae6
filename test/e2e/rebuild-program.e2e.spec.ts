import { jest } from '@jest/globals';
import pg from 'pg';
import { Projections } from '../../projections/kit/projections.service.js';
import { EventStore } from '../../src/event-store/event-store.port.js';
import { startDemo } from '../support/app.js';
import { startBeside, type DaybookBeside } from '../support/beside.js';
import { startProgram } from '../support/daybook-process.js';
import { signIn, words } from '../support/visitor.js';
import { eventually } from '../support/eventually.js';

jest.setTimeout(60_000);

describe('npm run rebuild', () => {
  let daybook: DaybookBeside;
  let client: DaybookBeside['client'];

  beforeAll(async () => {
    daybook = await startBeside();
    ({ client } = daybook);
  });
  afterAll(() => daybook.stop());

  const rebuild = async (...args: string[]) => {
    const program = startProgram('projections/rebuild.ts', args, daybook.place.env);
    const { code } = await program.ended;
    return { code, said: program.output() };
  };

  it('says how far it is, what it compared, and that it switched', async () => {
    const { code, said } = await rebuild('audit-trail', 'subjects');
    expect(said).toMatch(/^audit-trail {2}100 %, at event (\d+), the last is \1$/m);
    expect(said).toMatch(
      /^audit-trail: rebuilt to event \d+ and switched; [\d,]+ versions of rows compared up to event \d+, all the same\.$/m,
    );
    expect(said).toMatch(/^subjects: rebuilt /m);
    expect(said).not.toMatch(/council/);
    expect(code).toBe(0);
  });

  it('leaves a table that says something else as it is, until that is accepted', async () => {
    await client.query(`update read.council_v1 set name = 'Elsewhere'`);
    const refused = await rebuild('council');
    expect(refused.said).toMatch(
      /council, known from event \d+: name is "Elsewhere", and by the log "London Borough of Barnet"/,
    );
    expect(refused.said).toMatch(/Run it again with --accept/);
    expect(refused.code).toBe(1);
    const accepted = await rebuild('council', '--accept');
    expect(accepted.said).toMatch(/1 different \(accepted\)\.$/m);
    expect(accepted.code).toBe(0);
  });

  it.each([
    [
      'a projection that does not exist',
      ['audit-trial'],
      /There is no projection called audit-trial\. Choose from: moments, /,
    ],
    ['an option that does not exist', ['--force'], /--force/],
  ])('names %s', async (_what, args, expected) => {
    const { code, said } = await rebuild(...args);
    expect(said).toMatch(expected);
    expect(code).not.toBe(0);
  });

  it('refuses a second one at the same table', async () => {
    await client.query(`select pg_advisory_lock(hashtext('daybook.rebuild.council'), 1)`);
    const { code, said } = await rebuild('council');
    await client.query(`select pg_advisory_unlock_all()`);
    expect(said).toMatch(/council is being rebuilt by another process/);
    expect(code).toBe(1);
  });
});

describe('a table of a new version in the running application', () => {
  it('is built while pages say how far it is, and then the pages are as they were', async () => {
    const daybook = await startDemo();
    const client = new pg.Client({ connectionString: daybook.databaseUrl });
    await client.connect();
    try {
      const projections = daybook.app.get(Projections);
      const head = await daybook.app.get(EventStore).head();
      await projections.waitFor(head);
      await daybook.app.close();
      // As if this software had raised the version: there is neither a table nor a bookmark. Writes to it are held up.
      await client.query(`drop table read.subjects_v1; delete from read.bookmarks where projection = 'subjects'`);
      // And as an earlier Daybook left its bookmarks, which did not count what was taken.
      await client.query(`alter table read.bookmarks drop column taken`);
      await client.query(`select pg_advisory_lock(hashtext('daybook.subjects'), 1)`);
      const { createApp } = await import('../../src/app.js');
      const { readConfig } = await import('../../src/app.config.js');
      const app = await createApp(readConfig({ ...daybook.place.env, DAYBOOK_MODE: 'demo' }), daybook.databaseUrl);
      await app.listen(0, '127.0.0.1');
      await client.query(`insert into read.bookmarks values ('subjects', 1, 0, null, ${head})`);
      const url = await app.getUrl();
      const reader = await signIn(url, 'board');
      expect(words((await reader.open('/plan').expect(200)).text)).toContain('The subjects is being rebuilt, 0 %.');
      await client.query(`select pg_advisory_unlock_all()`);
      await eventually(() => app.get(Projections).waitFor(head));
      expect(words((await reader.open('/plan').expect(200)).text)).not.toContain('being rebuilt');
      await app.close();
    } finally {
      await client.end();
      await daybook.place.drop();
    }
  });
});
