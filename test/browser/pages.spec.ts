import type { Browser } from 'playwright-core';
import type { Role } from '../../src/kernel/role.js';
import { startDemo, type Daybook } from '../support/app.js';
import { launchBrowser } from '../support/browser.mjs';
import { walker } from '../support/walker.js';

/** What stands wider than its cell, by a hair's breadth or more. */
const SPILLS = `[...document.querySelectorAll('.daybook-row .daybook-number, .daybook-row .daybook-change')]
  .filter((part) => {
    const [cell, own] = [part.closest('td').getBoundingClientRect(), part.getBoundingClientRect()];
    return own.left < cell.left - 1 || own.right > cell.right + 1;
  })
  .map((part) => part.textContent)`;

describe('every page in a real browser', () => {
  let daybook: Daybook;
  let browser: Browser;
  const first = async (path: string, role: Role = 'performance') => {
    const { body } = await daybook.as(role).get(path).expect(200);
    const rows = Array.isArray(body) ? body : (Object.values(body as object).find(Array.isArray) ?? []);
    return rows[0] as Record<string, string>;
  };
  const pagesOf: Readonly<Record<string, () => Promise<string[]>>> = {
    lead: async () => {
      const action = `/actions/${(await first('/api/actions')).actionId}`;
      return ['/plan', '/actions', action, `${action}/rate`, `${action}/note`, '/tokens', '/nothing-here'];
    },
    performance: async () => {
      const measure = `/measures/${(await first('/api/measures')).measureId}`;
      const imported = `/imports/${(await first('/api/imports')).importId}`;
      return ['/measures', measure, `${measure}/record`, `${measure}/correct`, '/imports', imported, '/operations'];
    },
    inspector: async () => {
      const event = `/audit-trail/${(await first('/api/audit-trail')).eventId}`;
      const wrong = ['/dashboard?period=2030-01', '/plan?knownAt=2010-01-01T00:00', '/plan?knownAt=then'];
      return ['/differences', '/audit-trail', event, ...wrong, '/people'];
    },
    admin: () => Promise.resolve(['/people', '/people/lead', '/people/admin', '/people?knownAt=2018-01-16T12:00']),
  };

  beforeAll(async () => {
    [daybook, browser] = await Promise.all([startDemo(), launchBrowser()]);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await daybook.stop();
  });

  // The journeys walk at the width of a desk.
  it.each(Object.keys(pagesOf))(
    'can be used by everybody at 320 pixels: those of %s',
    async (role) => {
      const narrow = { viewport: { width: 320, height: 700 } };
      const { open, leave } = await walker(browser, daybook.url, role as Role, narrow);
      for (const path of await pagesOf[role]!()) expect(await open(path)).not.toBe('');
      await leave();
    },
    120_000,
  );

  it('opens an account, whose person chooses a password and signs in with it', async () => {
    const admin = await walker(browser, daybook.url, 'admin');
    await admin.open('/people');
    await admin.page.getByLabel('User name').fill('duty.manager');
    await admin.page.getByLabel('Title').fill('Duty manager');
    await admin.page.getByLabel('Lead', { exact: true }).check();
    await admin.page.getByRole('button', { name: 'Open the account' }).click();
    await admin.page.getByRole('heading', { name: 'A link for duty.manager' }).waitFor();
    await admin.look();
    const link = await admin.page.locator('#link').innerText();
    await admin.leave();

    const { page, open, look, leave } = await walker(browser, daybook.url, null);
    expect(await open(link)).toBe('Choose a password');
    await page.getByLabel('Password', { exact: true }).fill('three random words');
    await page.getByRole('button', { name: 'Set the password' }).click();
    await page.waitForURL(/sign-in/);
    await look();
    await page.getByLabel('User name').fill('duty.manager');
    await page.getByLabel('Password', { exact: true }).fill('three random words');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(/dashboard/);
    expect(await open('/tokens')).toBe('Access tokens');
    await page.getByLabel('What is it for?').fill('monthly sheet');
    await page.getByRole('button', { name: 'Make a token' }).click();
    await page.getByRole('heading', { name: 'Your new access token' }).waitFor();
    await look();
    await leave();
  }, 60_000);

  it('keeps every figure of the dashboard in its column, and the whole of it on three sheets of A4', async () => {
    const { page, open, leave } = await walker(browser, daybook.url, 'board');
    await open('/dashboard?period=2017-11');
    for (const width of [1030, 1100, 1280, 1600]) {
      await page.setViewportSize({ width, height: 900 });
      expect([width, await page.evaluate(SPILLS)]).toEqual([width, []]);
    }
    const sheets = (await page.pdf({ format: 'A4', landscape: true })).toString('latin1').match(/\/Type\s*\/Page\b/g);
    expect(sheets).toHaveLength(3);
    await leave();
  }, 60_000);

  it('shows the description of the API, with nothing blocked', async () => {
    const { page, leave } = await walker(browser, daybook.url, null);
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await page.goto('/api/docs');
    await page.getByRole('button', { name: /^GET \/api\/dashboard/ }).waitFor();
    expect(said).toEqual([]);
    await leave();
  }, 60_000);
});
